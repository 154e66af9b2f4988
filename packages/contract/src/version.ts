import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment, Name } from './words.ts'

/** A board as it was, kept for good: under a name, or by Sheber itself before another was restored. */
export const Version = Closed({
  id: Id,
  /** Null: Sheber kept it before it restored another. */
  name: Type.Union([Type.String(), Type.Null()]),
  by: Type.String(),
  at: Moment,
  /** Of the stored state, in hex: the same for ever. */
  sha256: Type.String(),
})
export type Version = Static<typeof Version>

const boardId = Closed({ boardId: Id })
const versionId = Closed({ boardId: Id, versionId: Id })

export const version = {
  /** Newest first. */
  list: route({ name: 'version.list', method: 'GET', path: '/api/board/:boardId/version', params: boardId, reply: Type.Array(Version) }),
  look: route({
    name: 'version.look',
    method: 'GET',
    path: '/api/board/:boardId/version/:versionId',
    params: versionId,
    /** `update`: the whole document, a Yjs update, in base64. */
    reply: Closed({ version: Version, update: Type.String() }),
  }),
  make: route({
    name: 'version.make',
    method: 'POST',
    path: '/api/board/:boardId/version',
    params: boardId,
    body: Closed({ name: Name }),
    reply: Version,
    refusals: ['too-many-versions'],
  }),
  /** A step forward that makes the board look as it did. What it looked like before is kept as a version, which is the reply. */
  restore: route({
    name: 'version.restore',
    method: 'POST',
    path: '/api/board/:boardId/version/:versionId/restore',
    params: versionId,
    reply: Version,
    refusals: ['frozen'],
  }),
}
