import { file } from '@sheber/contract/file'
import type { Reply } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import { takeIn } from '@sheber/domain/file-room'
import { may, type Who } from '@sheber/domain/permission'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { thingOfFile } from './file.place.ts'
import { insertFile, lockSender, manyFiles, sentBy } from './file.store.ts'

interface Wish {
  /** That it is to have on the board. */
  readonly id: string
  /** That it has where it lies. */
  readonly fileId: string
}

/**
 * Rows for a board that name bytes which lie there already. Whoever sees the board sees who brought the file to it, and need not
 * learn who first had it.
 * @throws {Refusal} where the board or whoever brings has no room for them: then none has come
 */
export const carryFiles = async (
  services: Services,
  who: Who,
  boardId: string,
  wishes: readonly Wish[],
): Promise<Reply<typeof file.carry>> => {
  const { db, clock } = services
  const project = (await thingOfBoard(db, boardId)) ?? refuse('not-found')
  const from = new Map(
    (
      await manyFiles(
        db,
        wishes.map(({ fileId }) => fileId),
      )
    ).map((row) => [row.id, row]),
  )
  const carried: string[] = []
  const closed: string[] = []
  const gone: string[] = []
  const taken: { id: string; row: NonNullable<ReturnType<typeof from.get>> }[] = []
  for (const { id, fileId } of wishes) {
    const row = from.get(fileId)
    const thing = row && (await thingOfFile(services, row))
    if (!row || !thing) gone.push(id)
    else if (!may(who, 'file.read', thing)) closed.push(id)
    else taken.push({ id, row })
  }
  await change(services, who.id, async (tx, tell) => {
    await lockSender(tx, who.id)
    const there = new Map(
      (
        await manyFiles(
          tx,
          taken.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    )
    const place = { boardId, portfolioId: null }
    let sent = await sentBy(tx, who.id, place, clock.now())
    for (const { id, row } of taken) {
      const { name, type, bytes, width, height, sha256 } = row
      const known = there.get(id)
      if (known && (known.boardId !== boardId || known.sha256 !== sha256)) return refuse('file-id-taken')
      carried.push(id)
      if (known) continue
      takeIn(row, sent, clock.now())
      sent = { ...sent, board: { bytes: sent.board.bytes + bytes, files: sent.board.files + 1 } }
      await insertFile(tx, { id, ...place, personId: who.id, name, type, bytes, width, height, sha256, at: clock.now() })
      await tell(file.added, { fileId: id, boardId, projectId: project.id })
    }
  })
  return { carried, closed, gone }
}
