import { board, type Credit } from '@sheber/contract/board'
import type { Asked } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import type { Db } from '@sheber/db/open'
import { copyDocument, filesOf, thingsIn } from '@sheber/document/copy'
import { openBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { spansOf } from '@sheber/document/unseen'
import { admitBoard } from '@sheber/domain/board'
import { cleanName } from '@sheber/domain/name'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import * as Y from 'yjs'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { namesOf } from '../person/person.names.ts'
import { lockProject } from '../project/project.lock.ts'
import { thingOf, thingOfBoard, thingOfProject } from '../project/project.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { chainOf, countBoards, filesOn, insertBoard, insertCopy, insertFiles, oneCopy } from './board.store.ts'

type Copying = Asked<typeof board.copy>

/** What the permission table is asked about when somebody is going to copy a board; null where one of the two is not. */
export const thingOfCopy = async (db: Db, { params, body }: Copying): Promise<Thing | null> => {
  const [from, to] = await Promise.all([thingOfBoard(db, params.boardId), thingOfProject(db, body.projectId)])
  return from && to && { kind: 'copy', from, to }
}

/**
 * A room of its own lineage that begins with one row: what lay on the board when it was asked for, by the hand of whoever
 * copies. Comments stay, for they are about the other board. Asked twice by the same person, it is one board.
 */
export const copyBoard = async (services: Services, handsOf: HandsOf, who: Who, { params, body }: Copying): Promise<void> => {
  const { db, hub, clock, newId } = services
  const { boardId: fromId } = params
  const { id: boardId, projectId } = body
  const isMine = async () => {
    const made = await oneCopy(db, boardId)
    return made?.fromId === fromId && made.personId === who.id && made.projectId === projectId
  }
  if (await isMine()) return

  const from = new Y.Doc()
  Y.applyUpdate(from, (await hub.snapshot(boardRoom(fromId))).bytes)
  const files = new Map((await filesOn(db, fromId)).map((row) => [row.id, { row, id: newId() }]))
  const ids = body.things && new Set(body.things)
  const copied = copyDocument(from, { ids, fileOf: (id) => files.get(id)?.id ?? id })
  if (ids && copied.ids.length === 0) return refuse('nothing-to-copy')
  const authors = await authorsOf(handsOf, from, fromId, copied.ids)
  const named = filesOf(thingsIn(from, copied.ids))
  const bytes = Y.encodeStateAsUpdate(copied.doc)
  const now = clock.now()

  const isNew = await change(services, who.id, async (tx, tell) => {
    await lockProject(tx, projectId)
    if (!(await insertBoard(tx, { id: boardId, projectId, title: cleanName(body.title), createdAt: now }))) return false
    admitBoard((await countBoards(tx, projectId)) - 1)
    await insertCopy(tx, { boardId, fromId, personId: who.id, authors, createdAt: now })
    await makeRoom(tx, boardRoom(boardId), newId(), { bytes, personId: who.id, at: now })
    // Whoever sees the copy sees who brought the file here, and need not learn who first had it.
    const rows = [...files.values()].filter(({ row }) => named.has(row.id))
    await insertFiles(
      tx,
      rows.map(({ row, id }) => ({ ...row, id, boardId, personId: who.id, at: now })),
    )
    await tell(board.copied, { boardId, projectId, fromId })
    return true
  })
  if (!isNew && !(await isMine())) refuse('input')
}

/** Whose hands made these things, by the log: the first first. */
const authorsOf = async (handsOf: HandsOf, doc: Y.Doc, boardId: string, ids: readonly string[]): Promise<string[]> => {
  const hands = await handsOf(boardRoom(boardId))
  const source = openBoard(doc)
  const spans = ids.flatMap((id) => {
    const found = spansOf(source, id)
    return found ? [found.made, ...found.written] : []
  })
  return [...new Set(hands.touching(spans).flatMap(({ person }) => (person === null ? [] : [person])))]
}

/** The chain as this reader may see it, the first of all first. Children's names are for those who may look at their board. */
export const creditsOf = async (db: Db, who: Who | null, boardId: string): Promise<Credit[]> => {
  const chain = (await chainOf(db, boardId)).map((link) => ({ ...link, open: may(who, 'board.look', thingOf(link.thing)) }))
  const names = await namesOf(
    db,
    chain.flatMap(({ open, authors }) => (open ? authors : [])),
  )
  return chain.reverse().map(({ id, title, project, team, authors, at, open }) => ({
    boardId: open ? id : null,
    title,
    project,
    team,
    by: open ? authors.flatMap((author) => names.get(author) ?? []) : [],
    at: at.toISOString(),
  }))
}
