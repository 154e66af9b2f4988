import { file, type FileType } from '@sheber/contract/file'
import { Refusal, refuse } from '@sheber/contract/refusal'
import { bytesMaxOf, inMegabytes, isPicture, type PictureWidth, pictureWidths, widthsOf } from '@sheber/domain/file'
import { readFilm, isFilm } from '@sheber/domain/film'
import { endsBytes, kindOf } from '@sheber/domain/file-kind'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import type { Pictures } from './file.pictures.ts'
import type { Size } from './file.render.ts'
import { endsOf, patchAt, readingAt, sha256Of, type Shelf } from './file.shelf.ts'
import { endUpload, insertFile, twinOf, type Upload } from './file.store.ts'

/** Where bytes are put, and who makes pictures of them. */
interface Place {
  readonly shelf: Shelf
  readonly pictures: Pictures
}

/** What it is, by its content, and not larger than such a thing may be. */
const typeOf = async (path: string): Promise<FileType> => {
  const ends = await endsOf(path, endsBytes)
  const kind = kindOf(ends) ?? refuse('file-kind')
  if (kind === 'image/heic') return refuse('picture-broken')
  if (kind === 'video/quicktime') return refuse('film-broken')
  if (ends.size > bytesMaxOf(kind)) return refuse('file-large', { max: inMegabytes(bytesMaxOf(kind)) })
  return kind
}

/** A photograph is kept as it is shown, because what it says of the place and the time is nobody's business. */
const keepsOriginal = (type: FileType) => !isPicture(type) || type === 'image/svg+xml'

/** A film is looked into, and what it says of the place and the time is taken out of it. */
const cleanFilm = (path: string, type: 'video/mp4' | 'video/webm', size: number): Promise<void> =>
  readingAt(path, async (read) => {
    const { patches } = (await readFilm(type, read, size)) ?? refuse('film-broken')
    await patchAt(path, patches)
  })

const keepPicture = async ({ db }: Services, { shelf, pictures }: Place, id: string, type: FileType, sha256: string): Promise<Size> => {
  const twin = await twinOf(db, sha256)
  if (twin?.width && twin.height) {
    const size = { width: twin.width, height: twin.height }
    const kept = await Promise.all(widthsOf({ type, ...size }).map((width) => shelf.has(shelf.kept(sha256, width))))
    if (!kept.includes(false)) return size
  }
  const madeAt = (width: PictureWidth) => shelf.part(id, `.${width}.webp`)
  const size = await pictures.render(shelf.part(id), type, madeAt)
  for (const width of pictureWidths) {
    if (await shelf.has(madeAt(width))) await shelf.keep(madeAt(width), shelf.kept(sha256, width))
  }
  return size
}

/**
 * Bytes that have come in full become a file: looked at, brought into form, put on the shelf, and then its row. A no
 * throws all of it away; whatever else goes wrong leaves the bytes where they are, and the question may be asked again.
 * @throws {Refusal}
 */
export const takeFile = async (services: Services, place: Place, upload: Upload): Promise<void> => {
  const { db, clock } = services
  const { id, boardId, portfolioId, personId, name, bytes } = upload
  const { shelf } = place
  const part = shelf.part(id)
  try {
    const type = await typeOf(part)
    if (isFilm(type)) await cleanFilm(part, type, bytes)
    const sha256 = await sha256Of(part)
    const size = isPicture(type) ? await keepPicture(services, place, id, type, sha256) : null
    if (keepsOriginal(type)) await shelf.keep(part, shelf.kept(sha256))
    const at = clock.now()
    const project = boardId === null ? null : await thingOfBoard(db, boardId)
    await change(services, personId, async (tx, tell) => {
      await insertFile(tx, { id, boardId, portfolioId, personId, name, type, bytes, width: size?.width, height: size?.height, sha256, at })
      await endUpload(tx, id, at)
      // In a portfolio the words themselves tell of it.
      if (project && boardId !== null) await tell(file.added, { fileId: id, boardId, projectId: project.id })
    })
  } catch (why) {
    if (why instanceof Refusal) await endUpload(db, id, clock.now())
    else throw why
    await shelf.clear(id)
    throw why
  }
  await shelf.clear(id)
}
