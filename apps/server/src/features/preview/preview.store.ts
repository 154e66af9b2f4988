import type { DbOrTx } from '@sheber/db/open'
import { preview } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'

export type PreviewRow = typeof preview.$inferSelect

export const onePreview = async (db: DbOrTx, url: string): Promise<PreviewRow | undefined> =>
  (await db.select().from(preview).where(eq(preview.url, url)))[0]

export const savePreview = async (db: DbOrTx, { url, ...row }: PreviewRow): Promise<void> => {
  await db
    .insert(preview)
    .values({ url, ...row })
    .onConflictDoUpdate({ target: preview.url, set: row })
}
