import { board, file, project } from '@sheber/db/schema'
import { addThings, openBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { firstView } from '@sheber/document/thing'
import { widthsOf } from '@sheber/domain/file'
import { eq, inArray } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import type { Services } from '../../services.ts'
import { openShelf } from '../file/file.shelf.ts'
import { models } from './demo-models.ts'
import { posterOf } from './demo-posters.ts'
import { chartOf, sheetHeight, sheetWidth } from './demo-sheet.ts'
import { shown, type Shown } from './demo-shown.ts'
import { extentOf, stillOf, stlOf } from './demo-solid.ts'

const dayMs = 86_400_000

/** Small and quickly made: what is drawn with lines loses nothing by it. */
const webp = { quality: 80, effort: 1 } as const
const size = { width: sheetWidth, height: sheetHeight }

/** Puts a drawing of our own on the shelf as a picture that came from somebody would lie there. */
const shelve = async (dataDir: string, svg: string) => {
  const shelf = openShelf(dataDir)
  const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer()
  const of = () => sharp(pixels, { raw: { ...size, channels: 3 } })
  const whole = await of().webp(webp).toBuffer()
  const sha256 = createHash('sha256').update(whole).digest('hex')
  for (const width of widthsOf({ type: 'image/webp', ...size })) {
    const path = shelf.kept(sha256, width)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, width < sheetWidth ? await of().resize(width).webp(webp).toBuffer() : whole, { mode: 0o600 })
  }
  return { sha256, bytes: whole.length }
}

/** The file of a model or a film lies there as it came. */
const shelveBytes = async (dataDir: string, bytes: Buffer) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = openShelf(dataDir).kept(sha256)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600 })
  return { sha256, bytes: bytes.length }
}

/** Poster and chart of everything that is shown: on the shelf, and on its board above the notes. Makes what is missing. */
export const hangPictures = async (services: Services, people: ReadonlyMap<string, string>): Promise<void> => {
  const { db, config } = services
  const titles = shown.map(({ title }) => title)
  const rows = await db
    .select({ title: project.title, boardId: board.id })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .where(inArray(project.title, titles))
  const boardOf = new Map(rows.map(({ title, boardId }) => [title, boardId]))
  const known = await db
    .select({ boardId: file.boardId })
    .from(file)
    .where(inArray(file.boardId, [...boardOf.values()]))
  const there = new Set(known.map(({ boardId }) => boardId))
  const missing = shown.filter(({ title }) => {
    const boardId = boardOf.get(title)
    return boardId !== undefined && !there.has(boardId)
  })
  await Promise.all(
    missing.map(async (one) => {
      const boardId = boardOf.get(one.title) as string
      await hang(services, one, boardId, people, config.dataDir)
      await hangModel(services, one, boardId, people, config.dataDir)
    }),
  )
}

const hang = async (
  { db, hub, newId, clock }: Services,
  { stand, members, entered }: Shown,
  boardId: string,
  people: ReadonlyMap<string, string>,
  dataDir: string,
) => {
  const [first = '', second = first] = Object.keys(stand.parts)
  // The drawing was there before the first part was cut, the chart after the last trial.
  const pictures = [
    { name: 'poster.webp', svg: posterOf(stand.word), alt: stand.alt[0], author: first, daysAgo: entered + 40, x: 0 },
    { name: 'chart.webp', svg: chartOf(stand.chart), alt: stand.alt[1], author: second, daysAgo: entered + 3, x: 780 },
  ]
  for (const { name, svg, alt, author, daysAgo, x } of pictures) {
    const personId = people.get(author) ?? people.get(members[0] ?? '') ?? ''
    const at = new Date(clock.now().getTime() - daysAgo * dayMs)
    const id = newId()
    const kept = await shelve(dataDir, svg)
    await db.insert(file).values({ id, boardId, personId, name, type: 'image/webp', ...size, ...kept, at })
    await hub.write(boardRoom(boardId), { person: personId, session: null }, 'template', (doc) =>
      addThings(openBoard(doc), [
        { kind: 'image', id: `demo-${name.split('.')[0]}`, file: id, text: alt, g: [x, -600, 720, 540], by: personId, at: at.getTime() },
      ]),
    )
  }
}

/** Beside poster and chart, turned as whoever brought it saw it first. */
const hangModel = async (
  { db, hub, newId, clock }: Services,
  { stand: { word, parts }, entered }: Shown,
  boardId: string,
  people: ReadonlyMap<string, string>,
  dataDir: string,
) => {
  const made = models[word]
  if (!made) return
  const solid = made.solid()
  const personId = people.get(Object.keys(parts)[0] ?? '') ?? ''
  const at = new Date(clock.now().getTime() - (entered + 9) * dayMs)
  const [id, still] = [newId(), newId()]
  const film = made.film && { name: made.film.name, ...(await shelveBytes(dataDir, await made.film.bytes())) }
  const [kept, drawn] = [await shelveBytes(dataDir, stlOf(solid)), await shelve(dataDir, stillOf(solid))]
  await db
    .insert(file)
    .values([
      { id, boardId, personId, name: made.name, type: 'model/stl', ...kept, at },
      { id: still, boardId, personId, name: 'model.webp', type: 'image/webp', ...size, ...drawn, at },
      ...(film ? [{ id: newId(), boardId, personId, type: 'video/webm' as const, ...film, at }] : []),
    ])
  await hub.write(boardRoom(boardId), { person: personId, session: null }, 'template', (doc) =>
    addThings(openBoard(doc), [
      {
        ...{
          kind: 'model' as const,
          id: 'demo-model',
          file: id,
          still,
          name: made.name,
          text: made.alt,
          g: [1_560, -600, 720, 540] as const,
        },
        ...{ bytes: kept.bytes, extent: extentOf(solid), unit: 'mm' as const, triangles: solid.length, view: firstView },
        ...{ by: personId, at: at.getTime() },
      },
    ]),
  )
}
