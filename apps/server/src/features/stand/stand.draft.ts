import type { Entry } from '@sheber/contract/stand'
import type { PublicFields } from '@sheber/contract/publication'
import type { DbOrTx } from '@sheber/db/open'
import { portfolio, roomVersion } from '@sheber/db/schema'
import { openBoard, readBoard } from '@sheber/document/board'
import { clientsIn } from '@sheber/document/hands'
import { openPortfolio, readPortfolio } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { savedName } from '@sheber/domain/file'
import type { PublicPicture, PublicStand } from '@sheber/domain/hall'
import { namedIn, projectRecord, wordsOfPublic, type PublicRecord } from '@sheber/domain/publication'
import { eq } from 'drizzle-orm'
import type * as Y from 'yjs'
import { openVersion, soundVersion } from '../../sync/room-version.ts'
import { confirmedIn } from '../publication/publication.confirmed.ts'
import { handsIn, soulsOf } from '../publication/publication.souls.ts'
import { filesOfProject, type Around } from './stand.store.ts'

/** Of records: words, days and what was confirmed. Their pictures lie on a portfolio's shelf, which an exhibition does not open. */
const fields: PublicFields = {
  cover: false,
  names: false,
  pictures: false,
  pieces: false,
  reflection: false,
  sections: false,
  competencies: true,
  badges: false,
}

export interface Drafted {
  readonly shown: PublicStand
  /** Whose hands are in it, and who is named in its words: asked for their consent at each look. */
  readonly authors: string[]
  readonly tells: string[]
}

const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return ''
  return Object.values(value).map(wordsIn).filter(Boolean).join(' ')
}

const versionOf = async <T>(db: DbOrTx, id: string, read: (doc: Y.Doc) => T): Promise<T> => {
  const { bytes, sha256 } = roomVersion
  const [row] = await db.select({ id: roomVersion.id, bytes, sha256 }).from(roomVersion).where(eq(roomVersion.id, id))
  if (!row) throw new Error(`no version ${id}`)
  const doc = openVersion(soundVersion(row).bytes)
  try {
    return read(doc)
  } finally {
    doc.destroy()
  }
}

const recordsOf = async (db: DbOrTx, teamId: string, versionId: string | null, ids: readonly string[]) => {
  const [of] = await db.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.teamId, teamId))
  if (!of || versionId === null || ids.length === 0) return { records: [] as PublicRecord[], authors: [] as string[] }
  const found = await versionOf(db, versionId, (doc) => {
    const { records } = openPortfolio(doc)
    return (
      readPortfolio(doc)
        // Their authors' word stands: what they show to fewer people is shown here to nobody.
        .records.filter(({ id, audience }) => ids.includes(id) && audience.includes('public'))
        .map((one) => ({ one, clients: [...clientsIn(records.get(one.id))] }))
    )
  })
  const hands = await handsIn(db, portfolioRoom(of.id))
  const confirmed = await confirmedIn(db, of.id)
  return {
    records: found.map(({ one }) => projectRecord(one, fields, { competencies: confirmed.get(one.id) ?? [] })),
    authors: found.flatMap(({ clients }) => clients.flatMap((client) => hands.get(client) ?? [])),
  }
}

interface Handed {
  readonly entry: Entry
  readonly members: readonly { id: string }[]
  readonly versionId: string
  readonly recordsVersionId: string | null
}

/** The copy for the world of what was handed in, and whose it is. */
export const draftOf = async (db: DbOrTx, { project, boardId }: Pick<Around, 'project' | 'boardId'>, handed: Handed): Promise<Drafted> => {
  const { entry, members, versionId, recordsVersionId } = handed
  // One after another: it is asked within the transaction that hands it in.
  const seen = await versionOf(db, versionId, (doc) => {
    const { things } = readBoard(doc)
    const { el } = openBoard(doc)
    const said = new Map(
      things.flatMap((thing) => {
        if (thing.kind === 'image') return [[thing.file, thing.text] as const]
        return thing.kind === 'model' ? [[thing.still, thing.text] as const] : []
      }),
    )
    const model = things.find((thing) => thing.kind === 'model' && thing.file === entry.modelId)
    const turned = model?.kind === 'model' ? model : null
    return { said, turned, words: wordsIn(things), clients: [...new Set(things.flatMap(({ id }) => [...clientsIn(el.get(id))]))] }
  })
  const { clip = null, files: taken = [] } = entry
  const wanted = [entry.posterId, ...entry.pictures, entry.modelId, seen.turned?.still, clip?.fileId, clip?.stillId, ...taken].flatMap(
    (id) => (id ? [id] : []),
  )
  const hands = await handsIn(db, boardRoom(boardId))
  const files = await filesOfProject(db, project.id, wanted)
  const kept = await recordsOf(db, project.teamId, recordsVersionId, entry.records)
  const pictureOf = (id: string): PublicPicture[] => {
    const found = files.find((one) => one.id === id)
    if (!found?.width || !found.height) return []
    return [{ fileId: id, alt: seen.said.get(id) ?? '', width: found.width, height: found.height }]
  }
  const model = files.find(({ id }) => id === entry.modelId)
  const modelOf = (): PublicStand['model'] => {
    if (!model) return null
    const { turned } = seen
    const bare = { fileId: model.id, name: model.name }
    // The still is a drawing of the model alone, so what the board says of the model is what is seen in it.
    return turned ? { ...bare, still: pictureOf(turned.still)[0] ?? null, unit: turned.unit, view: turned.view } : bare
  }
  // As many as the team chose, in its order, under the names that they have.
  const named = taken.flatMap((id) => files.flatMap((one) => (one.id === id ? [{ fileId: id, name: savedName(one.name, one.type) }] : [])))
  const inFilm = entry.seen?.find(({ fileId }) => fileId === clip?.fileId)
  const stillSeen = inFilm && clip?.stillId ? [{ fileId: clip.stillId, people: inFilm.people }] : []
  const shown: PublicStand = {
    ...{ title: entry.title, about: entry.about.trim(), nominationId: entry.nominationId, direction: project.direction },
    poster: entry.posterId === null ? null : (pictureOf(entry.posterId)[0] ?? null),
    pictures: entry.pictures.filter((id) => id !== entry.posterId).flatMap(pictureOf),
    model: modelOf(),
    video: entry.video,
    versionId,
    parts: entry.parts
      .filter(({ confirmed, words }) => confirmed && words.trim() !== '')
      .map(({ personId, words }) => ({ personId, words: words.trim() })),
    adults: entry.adults.trim(),
    records: kept.records,
    clip:
      clip && files.some(({ id }) => id === clip.fileId)
        ? { fileId: clip.fileId, still: clip.stillId === null ? null : (pictureOf(clip.stillId)[0] ?? null) }
        : null,
    files: named,
    seen: [...(entry.seen ?? []), ...stillSeen],
  }
  const authors = [
    ...new Set([
      ...members.map(({ id }) => id),
      ...seen.clients.flatMap((client) => hands.get(client) ?? []),
      ...files.map(({ personId }) => personId),
      ...kept.authors,
    ]),
  ].toSorted()
  const souls = await soulsOf(db, authors)
  const words = [
    ...[shown.title, shown.about, shown.adults, seen.words, model?.name ?? ''],
    ...shown.parts.map((part) => part.words),
    ...named.map(({ name }) => name),
    ...kept.records.map(wordsOfPublic),
  ].join('\n')
  // A grown-up's name is theirs to keep out; a child's is kept out for them.
  const children = [...souls.values()].filter(({ adult }) => !adult)
  return { shown, authors, tells: namedIn(words, children) }
}
