import { audiences, pieceKinds, recordKinds } from '@sheber/contract/plain'
import type { Audience, PieceKind, RecordKind } from '@sheber/contract/portfolio'
import * as Y from 'yjs'
import { picturesIn, readBody, type Body } from './body.ts'
import { asFields, asNumber, asOneOf, asString, asWords, watchRecords, type Fields } from './kit.ts'
import { byOrder, keyAbove, keyBetween, topOf, type Ordered } from './order.ts'
import { changeText, textChange } from './text.ts'

/**
 * A portfolio's document.
 *
 *   meta      Y.Map  { v }
 *   cover     Y.Map  { title: Y.Text, about: Y.Text, colour, picture: a file's id or '', alt: Y.Text }
 *   sections  Y.Map<id, Y.Map { title: Y.Text, z, del }>      with kind and question where its records begin with them
 *   records   Y.Map<id, Y.Map>
 *      kind, from, to        what it was, and when: days as YYYY-MM-DD, `to` empty for one day
 *      title, reflection     Y.Text, made together with the record, so that two authors never make two
 *      body                  Y.XmlFragment, the editor's own
 *      prompt                the question that the reflection answers
 *      section, z            where it stands: a section's id or '', and a fractional key
 *      audience              who may read it beside its authors; empty: nobody
 *      project               which project it tells of, absent for none
 *      pieces                Y.Map<id, Y.Map { kind, …, z, del }>   live pieces of the work
 *      by, at, del           as of a thing on a board
 */
export const portfolioVersion = 1

/** All there may be: whoever writes anything else is turned away at the door. */
export const portfolioRoots: ReadonlySet<string> = new Set(['meta', 'cover', 'sections', 'records'])

/** Letters of a title, of a reflection. More is cut off where it is shown. */
export const titleMax = 200
export const reflectionMax = 4_000
export const altMax = 300
export const recordsMax = 500

/** A name that is longer names no file of ours. */
const fileIdMax = 64

export interface Trace {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A piece of the work, frozen at a version and shown beside today's state. */
export interface Piece extends Ordered {
  readonly kind: PieceKind
  /** Of which board; '' for a file that lies in the portfolio, and for a page of a notebook. */
  readonly boardId: string
  /** The version at which it is frozen; '' while only today's state is known. */
  readonly versionId: string
  /** On the board; none: all of it. */
  readonly things: readonly string[]
  readonly fileId: string
  /** Of a notebook; '' for all other kinds. */
  readonly pageId: string
  readonly caption: string
}

export interface Section extends Ordered {
  readonly title: string
  /** What a record that is begun in it is, and the question that it answers; '' where anybody may choose. */
  readonly kind: RecordKind | ''
  readonly question: string
}

export interface PortfolioRecord extends Ordered {
  readonly kind: RecordKind
  readonly title: string
  readonly from: string
  readonly to: string
  readonly section: string
  /** Which project it tells of; '' for none. */
  readonly project: string
  readonly audience: readonly Audience[]
  readonly prompt: string
  readonly reflection: string
  readonly body: Body
  readonly pieces: readonly Piece[]
  readonly trace: Trace
  readonly deleted: Trace | null
}

export interface Cover {
  readonly title: string
  readonly about: string
  readonly colour: string
  /** A file of the portfolio's shelf; '' for none. */
  readonly picture: string
  /** What the picture shows, for whoever does not see it. */
  readonly alt: string
}

export interface PortfolioSnapshot {
  readonly version: number
  readonly cover: Cover
  readonly sections: readonly Section[]
  /** Alive, in order. */
  readonly records: readonly PortfolioRecord[]
  readonly deleted: readonly PortfolioRecord[]
}

export interface Portfolio {
  readonly doc: Y.Doc
  readonly cover: Y.Map<unknown>
  readonly sections: Y.Map<unknown>
  readonly records: Y.Map<unknown>
  /** Origin of every change made through this Portfolio: undo tracks it, and only it. */
  readonly origin: unknown
}

export const openPortfolio = (doc: Y.Doc, origin: unknown = Symbol('portfolio')): Portfolio => ({
  doc,
  cover: doc.getMap('cover'),
  sections: doc.getMap('sections'),
  records: doc.getMap('records'),
  origin,
})

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const asDay = (value: unknown): string => (day.test(asString(value)) ? asString(value) : '')

const readTrace = (value: unknown): Trace | null => {
  const { by, at } = (value ?? {}) as { by?: unknown; at?: unknown }
  return value && typeof value === 'object' ? { by: asString(by), at: asNumber(at, 0, 8e15) } : null
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

const readPiece = (id: string, value: unknown): (Piece & { deleted: boolean }) | null => {
  const fields = asFields(value)
  if (!fields) return null
  return {
    id,
    kind: asOneOf(fields.get('kind'), pieceKinds, 'board'),
    boardId: asString(fields.get('boardId')),
    versionId: asString(fields.get('versionId')),
    things: strings(fields.get('things')),
    fileId: asString(fields.get('fileId')),
    pageId: asString(fields.get('pageId')),
    caption: asWords(fields.get('caption')).slice(0, titleMax),
    z: asString(fields.get('z')),
    deleted: fields.get('del') != null,
  }
}

const readPieces = (value: unknown): Piece[] =>
  [...(asFields(value)?.entries() ?? [])]
    .flatMap(([id, one]) => {
      const piece = readPiece(id, one)
      if (!piece || piece.deleted) return []
      const { deleted: _, ...shown } = piece
      return shown
    })
    .sort(byOrder)

const readRecord = (id: string, fields: Fields, body: Body): PortfolioRecord => ({
  id,
  kind: asOneOf(fields.get('kind'), recordKinds, 'made'),
  title: asWords(fields.get('title')).slice(0, titleMax),
  from: asDay(fields.get('from')),
  to: asDay(fields.get('to')),
  section: asString(fields.get('section')),
  project: asString(fields.get('project')),
  audience: audiences.filter((one) => strings(fields.get('audience')).includes(one)),
  prompt: asString(fields.get('prompt')),
  reflection: asWords(fields.get('reflection')).slice(0, reflectionMax),
  body,
  pieces: readPieces(fields.get('pieces')),
  z: asString(fields.get('z')),
  trace: readTrace({ by: fields.get('by'), at: fields.get('at') }) as Trace,
  deleted: readTrace(fields.get('del')),
})

const readWhole = (id: string, fields: Fields) => readRecord(id, fields, readBody(fields.get('body')))

/**
 * A long text is read when it is first looked at: whoever writes it in the editor changes its record with every key, and
 * nobody looks. For a page that holds the document; elsewhere it would be another text by then.
 */
export const readWithoutBody = (id: string, fields: Fields): PortfolioRecord => {
  let body: Body | null = null
  return Object.defineProperty(readRecord(id, fields, []), 'body', {
    enumerable: true,
    get: () => (body ??= readBody(fields.get('body'))),
  })
}

/** Files that it holds, in its words and as pieces, by their ids. */
export const filesOf = ({ body, pieces }: Pick<PortfolioRecord, 'body' | 'pieces'>): string[] => [
  ...new Set([...picturesIn(body), ...pieces.flatMap(({ fileId }) => (fileId === '' ? [] : [fileId]))]),
]

export const readOneRecord = ({ records }: Portfolio, id: string): PortfolioRecord | null => {
  const fields = asFields(records.get(id))
  return fields && readWhole(id, fields)
}

const readSection = (id: string, value: unknown): Section | null => {
  const fields = asFields(value)
  if (!fields || fields.get('del') != null) return null
  return {
    id,
    title: asWords(fields.get('title')).slice(0, titleMax),
    kind: asOneOf(fields.get('kind'), ['', ...recordKinds] as const, ''),
    question: asString(fields.get('question')).slice(0, titleMax),
    z: asString(fields.get('z')),
  }
}

/** `known`: records read before that have not changed since, which are not read again. */
export const readPortfolio = (
  doc: Y.Doc,
  known: ReadonlyMap<string, PortfolioRecord> = new Map(),
  read: typeof readWithoutBody = readWhole,
): PortfolioSnapshot => {
  const { cover, sections, records } = openPortfolio(doc)
  const all = [...records].flatMap(([id, value]) => {
    const fields = asFields(value)
    return fields ? [known.get(id) ?? read(id, fields)] : []
  })
  all.sort(byOrder)
  return {
    version: asNumber(doc.getMap('meta').get('v'), portfolioVersion),
    cover: {
      title: asWords(cover.get('title')).slice(0, titleMax),
      about: asWords(cover.get('about')).slice(0, reflectionMax),
      colour: asString(cover.get('colour')),
      picture: asString(cover.get('picture')).slice(0, fileIdMax),
      alt: asWords(cover.get('alt')).slice(0, altMax),
    },
    sections: [...sections].flatMap(([id, value]) => readSection(id, value) ?? []).sort(byOrder),
    records: all.filter(({ deleted }) => !deleted),
    deleted: all.filter(({ deleted }) => deleted),
  }
}

/** Called once per transaction, with the ids of the records that changed in it; `cover` and `sections` by their own names. */
export const watchPortfolio = (portfolio: Portfolio, changed: (ids: ReadonlySet<string>) => void) => {
  const stops = [
    watchRecords(portfolio.records, changed),
    watchRecords(portfolio.sections, () => changed(new Set(['sections']))),
    watchRecords(portfolio.cover, () => changed(new Set(['cover']))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What a room begins with: words that two authors write at once are made before either comes. */
export const beginPortfolio = ({ doc, cover, origin }: Portfolio): void =>
  doc.transact(() => {
    doc.getMap('meta').set('v', portfolioVersion)
    for (const which of ['title', 'about']) cover.set(which, new Y.Text())
  }, origin)

const act = ({ doc, origin }: Portfolio, change: () => void) => doc.transact(change, origin)
const topIn = (map: Y.Map<unknown>) => keyAbove(topOf([...map.values()].map((value) => asFields(value)?.get('z'))))

export interface NewRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly title?: string
  readonly from?: string
  readonly to?: string
  readonly section?: string
  readonly project?: string
  readonly audience?: readonly Audience[]
  readonly prompt?: string
}

/** At the end of all. What is there already stays as it is. No step of undo: others may have written in it by then, and it is removed softly. */
export const addRecord = (portfolio: Portfolio, asked: NewRecord, { by, at }: Trace): void =>
  portfolio.doc.transact(() => {
    if (portfolio.records.has(asked.id)) return
    const fields = new Y.Map<unknown>()
    const words = { title: new Y.Text(asked.title ?? ''), reflection: new Y.Text(), body: new Y.XmlFragment(), pieces: new Y.Map() }
    const { kind, from = '', to = '', section = '', audience = [], prompt = '' } = asked
    for (const [key, value] of Object.entries({ ...words, kind, from, to, section, audience: [...audience], prompt, by, at }))
      fields.set(key, value)
    if (asked.project) fields.set('project', asked.project)
    fields.set('z', topIn(portfolio.records))
    portfolio.records.set(asked.id, fields)
  }, 'begun')

type Changes = Partial<Pick<PortfolioRecord, 'kind' | 'from' | 'to' | 'section' | 'audience' | 'prompt'>>

export const changeRecord = (portfolio: Portfolio, id: string, changes: Changes): void =>
  act(portfolio, () => {
    const fields = asFields(portfolio.records.get(id))
    if (!fields) return
    for (const [key, value] of Object.entries(changes)) fields.set(key, Array.isArray(value) ? [...(value as string[])] : value)
  })

/** What the editor writes into; null where a joker has put something else. */
export const bodyOf = ({ records }: Portfolio, id: string): Y.XmlFragment | null => {
  const body = asFields(records.get(id))?.get('body')
  return body instanceof Y.XmlFragment ? body : null
}

/** By the smallest difference, so that whoever else writes there keeps their words. */
export const sayInRecord = (portfolio: Portfolio, id: string, which: 'title' | 'reflection', words: string): void =>
  act(portfolio, () => say(asFields(portfolio.records.get(id))?.get(which), words))

const say = (text: unknown, words: string): void => {
  if (!(text instanceof Y.Text)) return
  const change = textChange(text.toString(), words)
  if (change) changeText(text, change)
}

/** Softly: whoever edits what another deletes loses nothing. */
export const removeRecord = (portfolio: Portfolio, id: string, { by, at }: Trace): void =>
  act(portfolio, () => asFields(portfolio.records.get(id))?.set('del', { by, at }))

export const bringBackRecord = (portfolio: Portfolio, id: string): void =>
  act(portfolio, () => asFields(portfolio.records.get(id))?.set('del', null))

/** Two neighbours, by their ids; null: at the very end on that side. */
interface Between {
  readonly after: string | null
  readonly before: string | null
}

const keyWithin = (map: Y.Map<unknown>, { after, before }: Between): string => {
  const key = (of: string | null) => (of === null ? null : asString(asFields(map.get(of))?.get('z')) || null)
  return keyBetween(key(after), key(before))
}

export const moveRecord = (portfolio: Portfolio, id: string, { section, ...between }: Between & { readonly section?: string }): void =>
  act(portfolio, () => {
    const fields = asFields(portfolio.records.get(id))
    if (!fields) return
    fields.set('z', keyWithin(portfolio.records, between))
    if (section !== undefined) fields.set('section', section)
  })

export type NewPiece = Pick<Piece, 'id' | 'kind'> &
  Partial<Pick<Piece, 'boardId' | 'versionId' | 'things' | 'fileId' | 'pageId' | 'caption'>>

export const addPiece = (portfolio: Portfolio, recordId: string, { id, caption = '', ...piece }: NewPiece): void =>
  act(portfolio, () => {
    const pieces = asFields(asFields(portfolio.records.get(recordId))?.get('pieces'))
    if (!pieces || pieces.has(id)) return
    const fields = new Y.Map<unknown>(Object.entries({ ...piece, ...(piece.things && { things: [...piece.things] }) }))
    fields.set('caption', new Y.Text(caption))
    fields.set('z', topIn(pieces))
    pieces.set(id, fields)
  })

export const removePiece = (portfolio: Portfolio, recordId: string, id: string, { by, at }: Trace): void =>
  act(portfolio, () => asFields(asFields(asFields(portfolio.records.get(recordId))?.get('pieces'))?.get(id))?.set('del', { by, at }))

export const bringBackPiece = (portfolio: Portfolio, recordId: string, id: string): void =>
  act(portfolio, () => asFields(asFields(asFields(portfolio.records.get(recordId))?.get('pieces'))?.get(id))?.set('del', null))

export type NewSection = Pick<Section, 'id' | 'title'> & Partial<Pick<Section, 'kind' | 'question'>>

export const addSection = (portfolio: Portfolio, { id, title, kind, question }: NewSection): void =>
  act(portfolio, () => {
    if (portfolio.sections.has(id)) return
    const fields = new Y.Map<unknown>([
      ['title', new Y.Text(title)],
      ['z', topIn(portfolio.sections)],
    ])
    if (kind) fields.set('kind', kind)
    if (question) fields.set('question', question)
    portfolio.sections.set(id, fields)
  })

export const sayInSection = (portfolio: Portfolio, id: string, words: string): void =>
  act(portfolio, () => say(asFields(portfolio.sections.get(id))?.get('title'), words))

/** What stands in it stands outside of all sections from then on. */
export const removeSection = (portfolio: Portfolio, id: string, { by, at }: Trace): void =>
  act(portfolio, () => asFields(portfolio.sections.get(id))?.set('del', { by, at }))

/** With all that stood in it. */
export const bringBackSection = (portfolio: Portfolio, id: string): void =>
  act(portfolio, () => asFields(portfolio.sections.get(id))?.set('del', null))

export const moveSection = (portfolio: Portfolio, id: string, between: Between): void =>
  act(portfolio, () => asFields(portfolio.sections.get(id))?.set('z', keyWithin(portfolio.sections, between)))

export const sayOnCover = (portfolio: Portfolio, which: 'title' | 'about' | 'alt', words: string): void =>
  act(portfolio, () => {
    // Made by the server with the room; where it is not, whoever writes first makes it.
    if (!(portfolio.cover.get(which) instanceof Y.Text)) portfolio.cover.set(which, new Y.Text())
    say(portfolio.cover.get(which), words)
  })

export const colourCover = (portfolio: Portfolio, colour: string): void => act(portfolio, () => portfolio.cover.set('colour', colour))

/** Another picture shows something else: what was said of the one before goes with it. '' takes it away. */
export const pictureCover = (portfolio: Portfolio, fileId: string, alt = ''): void =>
  act(portfolio, () => {
    portfolio.cover.set('picture', fileId)
    portfolio.cover.set('alt', new Y.Text(alt))
  })

/** Letters that follow one another within so many milliseconds are one step. */
const stepMs = 600

/** Undo of this Portfolio's own steps and nobody else's; what is written in the editor has an undo of its own. */
export const ownUndo = ({ cover, sections, records, origin }: Portfolio): Y.UndoManager =>
  new Y.UndoManager([cover, sections, records], { trackedOrigins: new Set([origin]), captureTimeout: stepMs })
