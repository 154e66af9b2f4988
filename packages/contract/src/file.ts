import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** What a file may be. Its content says which; its name never does. */
export const fileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/svg+xml',
  'model/stl',
  'model/gltf-binary',
  'application/pdf',
  'application/zip',
  'application/gzip',
  'application/vnd.rar',
  'application/x-7z-compressed',
  /** Office documents and many drawings of before 2007. */
  'application/x-ole-storage',
  'application/acad',
  'text/plain',
  'video/mp4',
  'video/webm',
] as const
export type FileType = (typeof fileTypes)[number]

/** A picture, a model or a document on a board or in a portfolio. Its bytes are at `/files/<id>`, a picture's at `/files/<id>/<width>.webp`. */
export const File = Closed({
  id: Id,
  /** Whose shelf it lies on: one of the two. */
  boardId: Type.Union([Id, Type.Null()]),
  portfolioId: Type.Union([Id, Type.Null()]),
  name: Type.String(),
  type: Type.Enum(fileTypes),
  bytes: Type.Integer(),
  /** In pixels, upright; null: no picture. */
  width: Type.Union([Type.Integer(), Type.Null()]),
  height: Type.Union([Type.Integer(), Type.Null()]),
  by: Type.String(),
  at: Moment,
})
export type File = Static<typeof File>

/** Files of a board that come to another at once; a device with more asks again. */
export const carriedMax = 200

const fileId = Closed({ fileId: Id })

export const file = {
  /** All bytes have come by `/files/upload/<id>`: look at them and put the file on the board's shelf. Asked twice, it is one file. */
  add: route({
    name: 'file.add',
    method: 'POST',
    path: '/api/board/:boardId/file',
    params: Closed({ boardId: Id }),
    /** The id that the upload has; the file keeps it. */
    body: Closed({ id: Id }),
    reply: File,
    refusals: ['file-unfinished', 'file-large', 'file-kind', 'picture-large', 'picture-broken', 'film-broken'],
  }),
  /** … and onto a portfolio's. */
  shelve: route({
    name: 'file.shelve',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/file',
    params: Closed({ portfolioId: Id }),
    body: Closed({ id: Id }),
    reply: File,
    refusals: ['file-unfinished', 'file-large', 'file-kind', 'picture-large', 'picture-broken', 'film-broken'],
  }),
  /** A file of a board that one sees comes onto a portfolio's shelf too, as it is: what becomes of it on the board changes nothing there. Asked twice, it is one file. */
  bring: route({
    name: 'file.bring',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/file/brought',
    params: Closed({ portfolioId: Id }),
    /** The id that it has there, chosen by the device, and the one that it has on the board. */
    body: Closed({ id: Id, fileId: Id }),
    reply: File,
    refusals: ['file-id-taken', 'file-large', 'too-many-files', 'files-too-often'],
  }),
  /**
   * Files that one sees elsewhere come onto a board's shelf too, as they are: what was copied there from another board has its
   * pictures. Asked twice, each is one file. What is not to be had is named: nobody's board fails for it.
   */
  carry: route({
    name: 'file.carry',
    method: 'POST',
    path: '/api/board/:boardId/file/carried',
    params: Closed({ boardId: Id }),
    body: Closed({
      /** The id that each has there, chosen by the device, and the one that it has where it lies. */
      files: Type.Array(Closed({ id: Id, fileId: Id }), { minItems: 1, maxItems: carriedMax }),
    }),
    /** By the ids that they were to have there. `closed`: whoever asks may not see it; `gone`: there is no such file. */
    reply: Closed({ carried: Type.Array(Id), closed: Type.Array(Id), gone: Type.Array(Id) }),
    refusals: ['file-id-taken', 'file-large', 'too-many-files', 'files-too-often'],
  }),
  look: route({ name: 'file.look', method: 'GET', path: '/api/file/:fileId', params: fileId, reply: File }),
  /** It is shown to nobody any more. It is not destroyed. */
  remove: route({ name: 'file.remove', method: 'DELETE', path: '/api/file/:fileId', params: fileId, reply: Nothing }),
  /** Whoever sees a thing that names it can fetch it now. */
  added: fact('file.added', Closed({ fileId: Id, boardId: Id, projectId: Id }), ({ projectId }) => [`project:${projectId}`]),
}
