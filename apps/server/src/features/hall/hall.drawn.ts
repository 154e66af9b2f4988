import type { Language } from '@sheber/contract/words'
import { board, file, roomVersion, stand } from '@sheber/db/schema'
import { readBoard } from '@sheber/document/board'
import { copyDocument } from '@sheber/document/copy'
import { boardRoom } from '@sheber/document/room'
import { keptWidth } from '@sheber/domain/file'
import { namesFor, tellsName } from '@sheber/domain/publication'
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readFile } from 'node:fs/promises'
import * as Y from 'yjs'
import { inwards } from '../../plugins/pages.ts'
import type { Services } from '../../services.ts'
import { openVersion, soundVersion } from '../../sync/room-version.ts'
import { turns } from '../../turns.ts'
import { whole } from '../export/export.drawing.ts'
import { openShelf } from '../file/file.shelf.ts'
import { soulsOf } from '../publication/publication.souls.ts'
import type { HallStand } from './hall.open.ts'
import { dayThere } from './hall.words.ts'

/** A day on which the board grew, and the last moment of what came on it. */
export interface Step {
  readonly day: string
  readonly until: number
}

/** So many pictures of its growth are looked at with pleasure. */
const stepsMax = 12
const paintedMax = 80

/** Days of work in their order, each with all that lay there by its evening; of many, some from the first to the last. */
export const stepsOf = (things: readonly { readonly at: number }[]): Step[] => {
  const days = new Map<string, number>()
  for (const { at } of things.filter((one) => one.at > 0).toSorted((a, b) => a.at - b.at)) days.set(dayThere(new Date(at)), at)
  const all = [...days].map(([day, until]) => ({ day, until }))
  if (all.length <= stepsMax) return all
  return Array.from({ length: stepsMax }, (_, n) => all[Math.round((n * (all.length - 1)) / (stepsMax - 1))]).filter(
    (one) => one !== undefined,
  )
}

/** What lay there by then, and nothing of what was deleted: growth is told by what was handed in, and by no older version. */
const documentUntil = (then: Y.Doc, until: number): Uint8Array => {
  const ids = new Set(readBoard(then).things.flatMap(({ id, at }) => (at <= until ? [id] : [])))
  return Y.encodeStateAsUpdate(copyDocument(then, { ids, fileOf: (one) => one }).doc)
}

export const forGood = Number.MAX_SAFE_INTEGER

/** By whoever knows the team anyway: a jury, or whoever admits it. */
interface Seen {
  readonly handed?: boolean
}

export interface Drawn {
  /** None: there is no such board, or a child is named on it who may not be. */
  steps(stand: HallStand, seen?: Seen): Promise<readonly Step[]>
  /** Null: there is nothing to be seen, or not for the world. */
  svg(asked: Seen & { request: FastifyRequest; stand: HallStand; until: number; language: Language }): Promise<string | null>
}

/** Boards as they were handed in, painted by the pages as they paint them on the screen. */
export const openDrawn = (app: FastifyInstance, { db, config, clock, log }: Services): Drawn => {
  const shelf = openShelf(config.dataDir)
  const inTurn = turns(1)
  const painted = new Map<string, Promise<string | null>>()

  /** The version, if it is of the very project's board. */
  const versionOf = async ({ shown, projectId }: HallStand): Promise<Y.Doc | null> => {
    const boards = await db.select({ id: board.id }).from(board).where(eq(board.projectId, projectId))
    const rooms = boards.map(({ id }) => boardRoom(id))
    if (rooms.length === 0) return null
    const [row] = await db
      .select({ id: roomVersion.id, bytes: roomVersion.bytes, sha256: roomVersion.sha256 })
      .from(roomVersion)
      .where(and(eq(roomVersion.id, shown.versionId), inArray(roomVersion.room, rooms)))
    return row ? openVersion(soundVersion(row).bytes) : null
  }

  /** Nobody has chosen the words of a board one by one: where they name a child of the team who may not be named, it stays in. */
  const tellsNobody = async ({ id }: HallStand, words: string): Promise<boolean> => {
    const [row] = await db.select({ members: stand.members }).from(stand).where(eq(stand.id, id))
    const people = await soulsOf(
      db,
      (row?.members ?? []).map((one) => one.id),
    )
    const day = clock.now().toISOString().slice(0, 10)
    return [...people.values()].every((one) => namesFor([one.id], people, day).length > 0 || !tellsName(words, one.name))
  }

  const opened = async (of: HallStand, { handed = false }: Seen = {}): Promise<Y.Doc | null> => {
    const doc = await versionOf(of)
    if (!doc || handed) return doc
    const words = JSON.stringify(readBoard(doc))
    return (await tellsNobody(of, words)) ? doc : null
  }

  const paint = (request: FastifyRequest, language: Language, key: string, bytes: () => Uint8Array): Promise<string | null> => {
    const known = painted.get(key)
    if (known) return known
    const making = inTurn(async () => {
      const answer = await inwards(app, request, bytes())({ method: 'GET', url: '/painted', headers: { cookie: `language=${language}` } })
      return answer.statusCode === 200 && answer.payload.includes('<svg') ? answer.payload : null
    })
    painted.set(key, making)
    const forget = () => painted.delete(key)
    // What cannot be painted now may be painted later.
    making.then((svg) => svg === null && forget(), forget)
    const [oldest] = painted.keys()
    if (painted.size > paintedMax && oldest !== undefined) painted.delete(oldest)
    return making
  }

  /** Of the board's own pictures, those that nobody has taken away and in which nobody is seen who may not be. */
  const bytesOf = async ({ projectId, unseen }: HallStand, url: string): Promise<Buffer | null> => {
    const [, id = ''] = /^\/files\/([a-z0-9]{20})\//.exec(url) ?? []
    if (unseen.has(id)) return null
    const [row] = await db
      .select({ type: file.type, width: file.width, height: file.height, sha256: file.sha256 })
      .from(file)
      .innerJoin(board, eq(board.id, file.boardId))
      .where(and(eq(file.id, id), eq(board.projectId, projectId), isNull(file.removedAt), isNotNull(file.width)))
    if (!row || row.width === null || row.height === null) return null
    const kept = shelf.kept(row.sha256, keptWidth({ type: row.type, width: row.width, height: row.height }, 320))
    return readFile(kept).catch((why: unknown) => {
      log.error({ err: why }, 'a picture of a board in a hall is not where it was put')
      return null
    })
  }

  return {
    steps: async (of, seen) => {
      const doc = await opened(of, seen)
      return doc ? stepsOf(readBoard(doc).things) : []
    },
    svg: async ({ request, stand: of, until, language, ...seen }) => {
      const doc = await opened(of, seen)
      if (!doc) return null
      const svg = await paint(request, language, [of.shown.versionId, until, language].join(' '), () => documentUntil(doc, until))
      return svg && whole({ bytes: (url) => bytesOf(of, url) }, svg)
    },
  }
}
