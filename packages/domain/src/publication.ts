import type { Said } from '@sheber/contract/framework'
import type { RecordKind } from '@sheber/contract/portfolio'
import type { PublicFields, PublicState, Wait } from '@sheber/contract/publication'
import type { Block, Body, Run } from '@sheber/document/body'
import type { Cover, Piece, PortfolioRecord } from '@sheber/document/portfolio'
import { worldMaySee, type Author } from './consent.ts'

/** What the world is shown of a portfolio is a copy, made of chosen fields: nothing of the living record reaches a guest by itself. */

export interface PublicCompetency {
  readonly code: string
  readonly title: Said
  /** From one up. */
  readonly height: number
  readonly level: Said
  /** Whose work the framework is. */
  readonly attribution: string
}

/** Where a record stands on the page: the same however often it is published. */
export const recordAnchor = (recordId: string): string => `record-${recordId}`

/**
 * A part of a board at a version, a page of a notebook, or a file of the portfolio's shelf. A board is nobody's outside: `key` alone
 * is told there.
 */
export interface PublicPiece extends Pick<Piece, 'kind' | 'boardId' | 'versionId' | 'things' | 'caption'> {
  readonly key: string
  /** Of a file. */
  readonly fileId?: string
  /** Ids of pictures that lie on it, or of the picture, film or PDF that it is; absent: it went out before they were written down. Nothing of them is read on the page. */
  readonly pictures?: readonly string[]
  /** Of a page: its words as they were frozen. Its `boardId` says where its pictures lie. */
  readonly body?: Body
}

/** The picture is there only where pictures were chosen too. */
export interface PublicCover {
  readonly title: string
  readonly about: string
  readonly picture?: { readonly fileId: string; readonly alt: string }
}

export interface PublicRecord {
  readonly kind: RecordKind
  readonly title: string
  readonly from: string
  readonly to: string
  readonly body: Body
  readonly competencies: readonly PublicCompetency[]
  /** These are there only where they were chosen: what went out before they could be is the same text still. */
  readonly section?: string
  readonly reflection?: { readonly prompt: string; readonly words: string }
  readonly pieces?: readonly PublicPiece[]
}

/** What of a record does not stand in the record itself. */
interface Beside {
  readonly competencies: readonly PublicCompetency[]
  readonly section?: string
  readonly pieces?: readonly PublicPiece[]
}

/** All that a block may carry outside; whatever else an editor has left in it stays in. */
const outside: Readonly<Partial<Record<Block['name'], readonly string[]>>> = {
  heading: ['level'],
  formula: ['tex'],
  picture: ['fileId', 'alt', 'caption'],
  tableHeader: ['colspan', 'rowspan'],
  tableCell: ['colspan', 'rowspan'],
}

const runOutside = ({ text, marks, href }: Run): Run => {
  // An address of a person, or of a page behind the door, is nobody's outside.
  const leads = href !== undefined && /^https?:\/\//i.test(href)
  return { text, marks: marks.filter((one) => one !== 'link' || leads), ...(leads && { href }) }
}

const bodyOutside = (body: Body, pictures: boolean): Body =>
  body.flatMap((part): readonly (Block | Run)[] => {
    if ('text' in part) return [runOutside(part)]
    if (part.name === 'picture' && !pictures) return []
    const known = outside[part.name] ?? []
    // In an order of ours, so that the same block is always the same text.
    const attributes = Object.fromEntries(known.flatMap((name) => (name in part.attributes ? [[name, part.attributes[name] ?? '']] : [])))
    return [{ name: part.name, attributes, content: bodyOutside(part.content, pictures) }]
  })

/** The copy of a record for the world. Who wrote it and for whom never is in it. */
export const projectRecord = (
  {
    kind,
    title,
    from,
    to,
    body,
    prompt,
    reflection,
  }: Pick<PortfolioRecord, 'kind' | 'title' | 'from' | 'to' | 'body' | 'prompt' | 'reflection'>,
  fields: PublicFields,
  { competencies, section = '', pieces = [] }: Beside,
): PublicRecord => ({
  ...{ kind, title, from, to },
  body: bodyOutside(body, fields.pictures),
  competencies: fields.competencies ? competencies : [],
  ...(fields.sections && section.trim() && { section: section.trim() }),
  ...(fields.reflection && reflection.trim() && { reflection: { prompt, words: reflection.trim() } }),
  ...(fields.pieces &&
    pieces.length > 0 && { pieces: pieces.map((one) => ({ ...one, ...(one.body && { body: bodyOutside(one.body, fields.pictures) }) })) }),
})

/** The copy of a cover for the world; null: there is nothing on it, or it was not chosen. */
export const projectCover = ({ title, about, picture, alt }: Cover, fields: PublicFields): PublicCover | null => {
  const pictured = fields.pictures && picture !== ''
  if (!fields.cover || !(title.trim() || about.trim() || pictured)) return null
  return { title, about, ...(pictured && { picture: { fileId: picture, alt } }) }
}

/** Every word of it that a guest could read. */
export const wordsOfCover = ({ title, about, picture }: PublicCover): string => [title, about, picture?.alt].filter(Boolean).join(' ')

const wordsIn = (body: Body): string =>
  body
    .map((part) =>
      'text' in part
        ? `${part.text} ${part.href ?? ''}`
        : ` ${[part.attributes['alt'], part.attributes['caption'], part.attributes['tex']].filter(Boolean).join(' ')} ${wordsIn(part.content)} `,
    )
    .join('')

/** Every word of it that a guest could read, in whatever place. */
export const wordsOfPublic = ({
  title,
  body,
  section = '',
  reflection,
  pieces = [],
}: Pick<PublicRecord, 'title' | 'body' | 'section' | 'reflection' | 'pieces'>): string =>
  [
    title,
    wordsIn(body),
    section,
    reflection?.prompt,
    reflection?.words,
    ...pieces.flatMap(({ caption, body: words = [] }) => [caption, wordsIn(words)]),
  ]
    .filter(Boolean)
    .join(' ')

/** Shorter ones are syllables of too many words. */
const nameLettersMin = 3

/** Whether a name stands in words: the given name by itself too, with whatever ending Kazakh or Russian gives it. */
export const tellsName = (words: string, name: string): boolean => {
  const plain = (text: string) => text.normalize('NFC').toLowerCase()
  const given = plain(name).split(/[^\p{L}\p{M}]+/u)[0] ?? ''
  // A vowel at the end changes with the case: Айдана, Айдану.
  const stem = given.length > nameLettersMin + 1 ? given.replace(/[аяәе]$/u, '') : given
  if (stem.length < nameLettersMin) return plain(words).includes(plain(name))
  return plain(words)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => word.startsWith(stem))
}

export interface Soul extends Author {
  readonly id: string
}

const showsWork = (one: Author, day: string) => worldMaySee([one], day) !== null
const showsName = (one: Author, day: string) => (worldMaySee([one], day)?.names.length ?? 0) > 0

export interface Told {
  /** Ids of whoever made it, and of whoever is named in it. */
  readonly authors: readonly string[]
  readonly tells: readonly string[]
}

/** Of those around the authors, who is named in the words. */
export const namedIn = (words: string, around: readonly Soul[]): string[] =>
  around.filter(({ name }) => tellsName(words, name)).map(({ id }) => id)

/** What keeps it from the world on a day; none: it may be seen. Of somebody who is not known any more nobody can have agreed. */
export const waitsFor = ({ authors, tells }: Told, people: ReadonlyMap<string, Soul>, day: string): Wait[] => {
  const of = (ids: readonly string[], agreed: (one: Author, day: string) => boolean, why: Wait['why']) =>
    ids.flatMap((id): Wait[] => {
      const one = people.get(id)
      return one && agreed(one, day) ? [] : [{ name: one?.name ?? '', why }]
    })
  if (authors.length === 0) return [{ name: '', why: 'work' }]
  return [...of(authors, showsWork, 'work'), ...of(tells, showsName, 'name')]
}

/** Who may be named beside it. */
export const namesFor = (ids: readonly string[], people: ReadonlyMap<string, Soul>, day: string): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const one = people.get(id)
      return one && showsName(one, day) ? [one.name] : []
    }),
  ),
]

export interface Credits {
  readonly authors: readonly string[]
  /** Their part is another one: they led, taught or helped. */
  readonly adults: readonly string[]
}

/** Who may be named beside it, and as what: the learners who made it, and grown-ups apart from them. `authors`: of whom it is known otherwise whether they are one. */
export const creditsFor = (
  ids: readonly string[],
  people: ReadonlyMap<string, Soul>,
  day: string,
  authors: ReadonlyMap<string, boolean>,
): Credits => {
  const isAuthor = (id: string) => authors.get(id) ?? people.get(id)?.adult === false
  const named = (which: (id: string) => boolean) => namesFor(ids.filter(which), people, day)
  return { authors: named(isAuthor), adults: named((id) => !isAuthor(id)) }
}

export interface Stamped {
  readonly recordId: string
  readonly sha256: string
}

/** What became of each record since it went out: those that are for everybody now, in their order, then those that are not any more. */
export const sincePublished = (now: readonly Stamped[], out: readonly Stamped[]): { id: string; state: PublicState }[] => {
  const then = new Map(out.map(({ recordId, sha256 }) => [recordId, sha256]))
  const stateOf = ({ recordId, sha256 }: Stamped): PublicState =>
    !then.has(recordId) ? 'fresh' : then.get(recordId) === sha256 ? 'same' : 'changed'
  const left = out.filter(({ recordId }) => !now.some((one) => one.recordId === recordId))
  return [
    ...now.map((one) => ({ id: one.recordId, state: stateOf(one) })),
    ...left.map(({ recordId }) => ({ id: recordId, state: 'gone' as const })),
  ]
}
