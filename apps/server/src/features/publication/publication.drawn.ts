import { refuse } from '@sheber/contract/refusal'
import type { Language } from '@sheber/contract/words'
import { file, roomVersion } from '@sheber/db/schema'
import { cutPart } from '@sheber/document/part'
import { boardRoom } from '@sheber/document/room'
import { keptWidth } from '@sheber/domain/file'
import type { PublicPiece } from '@sheber/domain/publication'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readFile } from 'node:fs/promises'
import * as Y from 'yjs'
import { inwards } from '../../plugins/pages.ts'
import type { Services } from '../../services.ts'
import { openVersion, soundVersion } from '../../sync/room-version.ts'
import { turns } from '../../turns.ts'
import { whole } from '../export/export.drawing.ts'
import { openShelf } from '../file/file.shelf.ts'

/** So many drawings are kept; those that were asked for last stay. */
const keptMax = 80
/** More than these wait for nobody: rooms live on the same thread. */
const waitingMax = 50

interface Asked {
  readonly request: FastifyRequest
  readonly piece: PublicPiece
  /** Whether a picture that lies on it is shown too, by its id. */
  readonly mayShow: (fileId: string) => boolean
  readonly language: Language
}

/** Pieces of boards as they were frozen, painted by the pages for strangers: that part alone, and nobody's name. Null: there is nothing to be seen. */
export const openDrawn = (app: FastifyInstance, { db, config, log }: Pick<Services, 'db' | 'config' | 'log'>) => {
  const shelf = openShelf(config.dataDir)
  const inTurn = turns(1)
  const painted = new Map<string, Promise<string | null>>()
  let waiting = 0

  const partOf = async ({ boardId, versionId, kind, things }: PublicPiece): Promise<Uint8Array | null> => {
    const { id, bytes, sha256 } = roomVersion
    const [row] = await db
      .select({ id, bytes, sha256 })
      .from(roomVersion)
      .where(and(eq(id, versionId), eq(roomVersion.room, boardRoom(boardId))))
    return row ? Y.encodeStateAsUpdate(cutPart(openVersion(soundVersion(row).bytes), { kind, things })) : null
  }

  /** Of the board's own pictures, those that nobody has taken away. */
  const bytesOf = async (boardId: string, url: string, mayShow: Asked['mayShow']): Promise<Buffer | null> => {
    const [, id = ''] = /^\/files\/([a-z0-9]{20})\//.exec(url) ?? []
    if (!mayShow(id)) return null
    const [row] = await db
      .select({ type: file.type, width: file.width, height: file.height, sha256: file.sha256 })
      .from(file)
      .where(and(eq(file.id, id), eq(file.boardId, boardId), isNull(file.removedAt), isNotNull(file.width)))
    if (!row || row.width === null || row.height === null) return null
    return readFile(shelf.kept(row.sha256, keptWidth({ type: row.type, width: row.width, height: row.height }, 320))).catch(
      (why: unknown) => {
        log.error({ err: why }, 'a picture of a published board is not where it was put')
        return null
      },
    )
  }

  const paint = async ({ request, piece, language }: Asked): Promise<string | null> => {
    const part = await partOf(piece)
    if (!part) return null
    const answer = await inwards(app, request, part)({ method: 'GET', url: '/painted', headers: { cookie: `language=${language}` } })
    return answer.statusCode === 200 && answer.payload.includes('<svg') ? answer.payload : null
  }

  return async (asked: Asked): Promise<string | null> => {
    const { piece, mayShow, language } = asked
    const key = `${piece.key} ${language}`
    let making = painted.get(key)
    if (!making) {
      if (waiting >= waitingMax) return refuse('unavailable')
      waiting += 1
      making = inTurn(() => paint(asked)).finally(() => (waiting -= 1))
      painted.set(key, making)
      const forget = () => painted.delete(key)
      // What cannot be painted now may be painted later.
      making.then((svg) => svg === null && forget(), forget)
      const [oldest] = painted.keys()
      if (painted.size > keptMax && oldest !== undefined) painted.delete(oldest)
    }
    const svg = await making
    return svg && whole({ bytes: (url) => bytesOf(piece.boardId, url, mayShow) }, svg)
  }
}
