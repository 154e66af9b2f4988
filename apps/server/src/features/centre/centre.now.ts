import type { Centre } from '@sheber/contract/centre'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx } from '@sheber/db/open'
import { organisation } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'

/** The centre, or the empty house before anybody came; that one speaks the reader's language. */
export const centreNow = async (db: DbOrTx, language: Language): Promise<Centre> => {
  const [row] = await db
    .select({ demo: organisation.demo, name: organisation.name, language: organisation.language })
    .from(organisation)
    .where(eq(organisation.kind, 'centre'))
  return row ? { state: 'ready', ...row } : { state: 'new', demo: false, name: '', language }
}
