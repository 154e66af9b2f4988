import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { pageTitleMax } from './plain.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** A day on the wall of the centre, as `2026-11-28`. Which days there may be is decided in `domain/notebook`. */
const Day = Type.String({ maxLength: 10, pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })

/** What was done on that day, in a few words; empty: it is called by its day alone. */
const Title = Type.String({ maxLength: pageTitleMax, pattern: String.raw`^\P{C}*$` })

const Person = Closed({ id: Id, name: Type.String() })

/** That an adult of the team has seen a page as it was; what they saw is kept for good. */
export const Signature = Closed({
  id: Id,
  by: Person,
  at: Moment,
  /** Of the page as it was signed, in hex. */
  sha256: Type.String(),
  /** When whoever signed took it back; null: it holds. */
  withdrawnAt: Type.Union([Moment, Type.Null()]),
})
export type Signature = Static<typeof Signature>

/** A line of a project's notebook. */
export const PageLine = Closed({
  id: Id,
  day: Day,
  title: Type.String(),
  /** The beginning of what stands there. */
  words: Type.String(),
  /** Whose hands the log knows on it, by name, the first first. */
  authors: Type.Array(Type.String()),
  /** Who signed it last, where that holds. */
  signed: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
})
export type PageLine = Static<typeof PageLine>

/** A person, and on how many days of the notebook their hands were there. A sign of work, and no mark. */
export const NotebookHand = Closed({ name: Type.String(), days: Type.Integer() })

export const Notebook = Closed({
  projectId: Id,
  /** Newest day first; of one day, the last begun first. */
  pages: Type.Array(PageLine),
  /** Taken away, and to be had back; last taken away first. */
  removed: Type.Array(PageLine),
  hands: Type.Array(NotebookHand),
  today: Day,
  may: Type.Enum(['read', 'write'] as const),
})
export type Notebook = Static<typeof Notebook>

/** A page without its words: those are the room `notebook:<id>`. */
export const NotebookPage = Closed({
  id: Id,
  projectId: Id,
  project: Type.String(),
  /** Its pictures lie on the shelf of the project's first board: whoever may see one may see the other. */
  boardId: Id,
  day: Day,
  title: Type.String(),
  /** Who began it, and when: a page may be of an earlier day than it was begun on, and says so. */
  by: Type.String(),
  openedAt: Moment,
  /** The day on the wall on which it was begun. */
  openedOn: Day,
  today: Day,
  /** The page of the time before, and the one after it. */
  before: Type.Union([Id, Type.Null()]),
  after: Type.Union([Id, Type.Null()]),
  authors: Type.Array(Type.String()),
  /** All there ever were, newest first; one that is not withdrawn freezes the page. */
  signatures: Type.Array(Signature),
  removed: Type.Boolean(),
  /** Its words. The room asks again by itself. */
  may: Type.Enum(['read', 'write'] as const),
  /** Whether the reader may give it a title and a day, take it away and bring it back. */
  mayChange: Type.Boolean(),
  maySign: Type.Boolean(),
  /** Whether the reader may keep it as it is, to show it in a portfolio. */
  mayKeep: Type.Boolean(),
  /** The reader is kept to simple boards: they are asked in simple words too. */
  simple: Type.Boolean(),
})
export type NotebookPage = Static<typeof NotebookPage>

const pageId = Closed({ pageId: Id })
const projectId = Closed({ projectId: Id })
const body = Closed({ pageId: Id, projectId: Id })
const ofProject = (told: Static<typeof body>) => [`project:${told.projectId}` as const]

export const notebook = {
  list: route({
    name: 'notebook.list',
    method: 'GET',
    path: '/api/project/:projectId/notebook',
    params: projectId,
    /** Only pages in which these words stand, in the title or in the text. */
    query: Closed({ words: Type.Optional(Type.String({ maxLength: 100 })) }),
    reply: Notebook,
  }),
  /** The page of a day: the last one there is, else a new one. Asked twice, by two people too, it is one page. */
  open: route({
    name: 'notebook.open',
    method: 'POST',
    path: '/api/project/:projectId/notebook',
    params: projectId,
    body: Closed({
      /** Of the page, if a new one is made: chosen by whoever asks. */
      id: Id,
      /** Null: today. */
      day: Type.Union([Day, Type.Null()]),
      /** A new page of that day, whatever pages it has. */
      another: Type.Boolean(),
    }),
    reply: NotebookPage,
    refusals: ['page-day', 'too-many-pages'],
  }),
  look: route({ name: 'notebook.look', method: 'GET', path: '/api/notebook/:pageId', params: pageId, reply: NotebookPage }),
  change: route({
    name: 'notebook.change',
    method: 'PATCH',
    path: '/api/notebook/:pageId',
    params: pageId,
    body: Closed({ day: Type.Optional(Day), title: Type.Optional(Title) }),
    reply: NotebookPage,
    refusals: ['page-day', 'page-signed'],
  }),
  /** It is shown among those taken away. It is not destroyed. */
  remove: route({
    name: 'notebook.remove',
    method: 'DELETE',
    path: '/api/notebook/:pageId',
    params: pageId,
    reply: Nothing,
    refusals: ['page-signed'],
  }),
  restore: route({
    name: 'notebook.restore',
    method: 'POST',
    path: '/api/notebook/:pageId/restore',
    params: pageId,
    reply: NotebookPage,
  }),
  /** Seen, today, by whoever asks: what stands there is kept as it is, and nobody writes on the page any more. */
  sign: route({
    name: 'notebook.sign',
    method: 'POST',
    path: '/api/notebook/:pageId/signature',
    params: pageId,
    reply: NotebookPage,
    refusals: ['page-empty', 'page-removed'],
  }),
  /** By whoever signed: the page is written on again, and it stays known that it was signed. */
  unsign: route({
    name: 'notebook.unsign',
    method: 'DELETE',
    path: '/api/notebook/:pageId/signature',
    params: pageId,
    reply: NotebookPage,
  }),
  /** What was signed. `update`: the whole document, a Yjs update, in base64. */
  proof: route({
    name: 'notebook.proof',
    method: 'GET',
    path: '/api/notebook/:pageId/signature/:signatureId',
    params: Closed({ pageId: Id, signatureId: Id }),
    reply: Closed({ signature: Signature, update: Type.String() }),
  }),
  /** As it is now, kept for good: for whoever shows it in a portfolio. What has not changed since the same person kept it is not kept twice. */
  keep: route({
    name: 'notebook.keep',
    method: 'POST',
    path: '/api/notebook/:pageId/version',
    params: pageId,
    reply: Closed({ versionId: Id }),
    refusals: ['page-empty', 'too-many-versions'],
  }),
  /** What was kept. `update`: the whole document, a Yjs update, in base64. */
  kept: route({
    name: 'notebook.kept',
    method: 'GET',
    path: '/api/notebook/:pageId/version/:versionId',
    params: Closed({ pageId: Id, versionId: Id }),
    reply: Closed({ update: Type.String() }),
  }),
  opened: fact('notebook.opened', body, ofProject),
  /** Its day or its title, or it was taken away or brought back. */
  changed: fact('notebook.changed', body, ofProject),
  /** Or the signature was taken back: whoever was writing there is asked again. */
  signed: fact('notebook.signed', Closed({ ...body.properties, signed: Type.Boolean() }), ofProject),
}
