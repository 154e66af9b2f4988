import type { FileType } from '@sheber/contract/file'
import type { DbOrTx } from '@sheber/db/open'
import { board, file, portfolio } from '@sheber/db/schema'
import { picturesIn } from '@sheber/document/body'
import type { PublicStand } from '@sheber/domain/hall'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { ShownStand } from '../stand/stand.shown.ts'

/** A picture or a model of a copy, where its bytes lie. */
export interface ShownFile {
  readonly id: string
  readonly name: string
  readonly type: FileType
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly sha256: string
}

/** All files that a copy names. */
export const filesOf = ({ poster, pictures, model, records, clip, files = [] }: PublicStand): string[] => [
  ...new Set([
    ...(poster ? [poster.fileId] : []),
    ...pictures.map(({ fileId }) => fileId),
    ...(model ? [model.fileId] : []),
    ...(model?.still ? [model.still.fileId] : []),
    ...(clip ? [clip.fileId] : []),
    ...(clip?.still ? [clip.still.fileId] : []),
    ...files.map(({ fileId }) => fileId),
    ...records.flatMap(({ body }) => picturesIn(body)),
  ]),
]

/** Files of these stands that are still on the shelf of the very project, or of its team's portfolio. */
export const filesShown = async (db: DbOrTx, stands: readonly ShownStand[]): Promise<Map<string, Map<string, ShownFile>>> => {
  const wanted = stands.map((one) => ({ one, ids: filesOf(one.shown) }))
  const ids = [...new Set(wanted.flatMap((each) => each.ids))]
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({
            id: file.id,
            name: file.name,
            type: file.type,
            bytes: file.bytes,
            width: file.width,
            height: file.height,
            sha256: file.sha256,
            projectId: board.projectId,
            teamId: portfolio.teamId,
          })
          .from(file)
          .leftJoin(board, eq(board.id, file.boardId))
          .leftJoin(portfolio, eq(portfolio.id, file.portfolioId))
          .where(and(inArray(file.id, ids), isNull(file.removedAt)))
  const found = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    wanted.map(({ one, ids: own }) => [
      one.id,
      new Map(
        own.flatMap((id) => {
          const row = found.get(id)
          return row && (row.projectId === one.projectId || row.teamId === one.teamId) ? [[id, row] as const] : []
        }),
      ),
    ]),
  )
}
