import { idPattern } from '@sheber/contract/ids'
import type { Left, PublicFields } from '@sheber/contract/publication'
import { clientsIn } from '@sheber/document/hands'
import { openPortfolio, readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import type { OfPortfolio } from '@sheber/domain/permission'
import {
  namedIn,
  projectCover,
  projectRecord,
  wordsOfCover,
  wordsOfPublic,
  type PublicCover,
  type PublicRecord,
  type Soul,
  type Told,
} from '@sheber/domain/publication'
import { createHash } from 'node:crypto'
import type { Services } from '../../services.ts'
import { confirmedIn } from './publication.confirmed.ts'
import { picturesOf } from '@sheber/document/pictured'
import { piecesOf, type DraftedPieces, type Seeable } from './publication.piece.ts'
import { handsIn, soulsOf } from './publication.souls.ts'
import { badgesOf, membersOf } from './publication.store.ts'

export interface Drafted extends Told {
  readonly recordId: string
  readonly shown: PublicRecord
  readonly sha256: string
  /** Pieces of it that do not go out, or would not. */
  readonly left: readonly Left[]
}

/** What would go out, were it published now with these fields. */
export interface Draft {
  readonly records: readonly Drafted[]
  readonly cover: ({ readonly shown: PublicCover } & Told) | null
  readonly badges: readonly string[]
  readonly people: ReadonlyMap<string, Soul>
  /** Pictures, films and PDF that could be seen, whatever was chosen, the cover's first; and children who may be seen in them. */
  readonly pictures: readonly Seeable[]
  readonly children: readonly string[]
}

/** Of what is read: which pictures lie on a piece is written beside it, and what went out before that was done is the same text. */
const sha256 = (shown: PublicRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(shown, (name, value: unknown) => (name === 'pictures' ? undefined : value)))
    .digest('hex')

export const draftOf = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, of: OfPortfolio, fields: PublicFields): Promise<Draft> => {
  const room = portfolioRoom(of.id)
  const { cover, sections, records } = await hub.read(room, (doc) => {
    const { records } = openPortfolio(doc)
    const whole = readPortfolio(doc)
    const open = whole.records.filter(({ audience }) => audience.includes('public'))
    return {
      cover: whole.cover,
      sections: whole.sections,
      records: open.map((one) => ({ one, clients: [...clientsIn(records.get(one.id))] })),
    }
  })
  const hands = await handsIn(db, room)
  const near = await membersOf(db, of.teams)
  // A team's work is everybody's in it; of one's own it is the owner and whoever has written in the record.
  const owners = of.ownerId === null ? near : [of.ownerId]
  const authorsOf = (clients: readonly number[]) =>
    [...new Set([...owners, ...clients.flatMap((client) => hands.get(client) ?? [])])].toSorted()
  const found: DraftedPieces[] = []
  for (const { one } of records) found.push(await piecesOf(db, of.id, one, [...owners, ...of.letIn]))
  // A file that is a picture, a film or a PDF goes out where pictures do.
  const isHidden = ({ piece, pictures }: DraftedPieces['shown'][number]) =>
    piece.fileId !== undefined && pictures.length > 0 && !fields.pictures
  const pieces = fields.pieces ? found.map(({ shown }) => shown.filter((one) => !isHidden(one))) : []
  const authors = records.map(({ clients }, at) =>
    [...new Set([...authorsOf(clients), ...(pieces[at] ?? []).flatMap((piece) => piece.authors)])].toSorted(),
  )
  const people = await soulsOf(db, [...new Set([...owners, ...authors.flat(), ...of.letIn, ...near, ...of.mates])])
  // A grown-up who has merely moved something on a board, and is of nobody's team, has no part in the work.
  const circle = new Set([...owners, ...of.letIn, ...near, ...pieces.flat().flatMap(({ team }) => team)])
  const partOf = (ids: readonly string[]) => ids.filter((id) => circle.has(id) || people.get(id)?.adult !== true)
  // A grown-up's name is theirs to keep out; a child's is kept out for them.
  const children = [...people.values()].filter(({ adult }) => !adult)
  const confirmed = fields.competencies ? await confirmedIn(db, of.id) : new Map<string, never[]>()
  const face = projectCover(cover, fields)
  const pictures: Seeable[] = [
    ...(idPattern.test(cover.picture) ? [{ fileId: cover.picture, alt: cover.alt }] : []),
    ...records.flatMap(({ one }) => picturesOf(one.body)),
    ...found.flatMap(({ shown }) => shown.flatMap((piece) => piece.pictures)),
  ]
  const around = new Set([...owners, ...near, ...of.letIn, ...authors.flat()])
  return {
    people,
    pictures: [...new Map(pictures.map((one) => [one.fileId, one])).values()],
    children: children.map(({ id }) => id).filter((id) => around.has(id)),
    records: records.map(({ one }, at) => {
      const shown = projectRecord(one, fields, {
        competencies: confirmed.get(one.id) ?? [],
        section: sections.find(({ id }) => id === one.section)?.title ?? '',
        pieces: (pieces[at] ?? []).map(({ piece, pictures }) => ({ ...piece, pictures: pictures.map(({ fileId }) => fileId) })),
      })
      const words = [wordsOfPublic(shown), ...(pieces[at] ?? []).map((piece) => piece.words)].join(' ')
      const told = { authors: partOf(authors[at] ?? []), tells: namedIn(words, children) }
      const { left = [], shown: all = [] } = found[at] ?? {}
      const hidden = all.filter(isHidden).map(({ piece: { caption } }): Left => ({ caption, why: 'pictures' }))
      return { recordId: one.id, shown, sha256: sha256(shown), left: [...left, ...hidden], ...told }
    }),
    cover: face && { shown: face, authors: owners, tells: namedIn(wordsOfCover(face), children) },
    badges: fields.badges && of.ownerId !== null ? (await badgesOf(db, of.ownerId)).map(({ id }) => id) : [],
  }
}
