import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { audiences, pieceKinds, recordKinds } from './plain.ts'
import { Closed } from './words.ts'

export { audiences, pieceKinds, recordKinds }

export const RecordKind = Type.Enum(recordKinds)
export type RecordKind = Static<typeof RecordKind>

export const Audience = Type.Enum(audiences)
export type Audience = Static<typeof Audience>

/** Questions that help to think about one's work; words of one's own are kept as they were written. */
export const prompts = ['proud', 'hard', 'change', 'learned', 'who', 'works', 'next'] as const
export type Prompt = (typeof prompts)[number]

export type PieceKind = (typeof pieceKinds)[number]

/** As a browser names records; made on the device, so that one written offline has its name already. */
export const RecordId = Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9_-]{1,64}$' })

export const PortfolioOwner = Closed({ kind: Type.Enum(['person', 'team'] as const), id: Id, name: Type.String() })
export type PortfolioOwner = Static<typeof PortfolioOwner>

export const Portfolio = Closed({
  id: Id,
  owner: PortfolioOwner,
  /** Whoever writes in it: its owner or the owning team, and those who were let in. */
  authors: Type.Array(Closed({ personId: Id, name: Type.String(), adult: Type.Boolean(), letIn: Type.Boolean() })),
  may: Closed({
    /** Opens the room `portfolio:<id>`; others are shown what `portfolio.records` says. */
    write: Type.Boolean(),
    /** Lets others write in it. */
    letIn: Type.Boolean(),
    /** Sees evidence, map and reviews. */
    follow: Type.Boolean(),
    /** Looks at the map: also whoever stands for the child whose it is. */
    map: Type.Boolean(),
  }),
  /** Pictures on its public page of which nobody has said who is seen in them; none are counted for whoever does not publish it. */
  unmarked: Type.Integer(),
})
export type Portfolio = Static<typeof Portfolio>

export const PortfolioLine = Closed({ id: Id, owner: PortfolioOwner, mine: Type.Boolean() })
export type PortfolioLine = Static<typeof PortfolioLine>

/** A record as it is answered to whoever reads it: nothing of whom else it is shown to and who wrote it. */
export const ShownRecord = Closed({
  id: Type.String(),
  kind: RecordKind,
  title: Type.String(),
  /** Days as YYYY-MM-DD, or empty. */
  from: Type.String(),
  to: Type.String(),
  prompt: Type.String(),
  reflection: Type.String(),
  /** Rich text as `document/body` reads it. */
  body: Type.Array(Type.Unknown()),
  pieces: Type.Array(
    Closed({
      id: Type.String(),
      kind: Type.Enum(pieceKinds),
      boardId: Type.String(),
      versionId: Type.String(),
      things: Type.Array(Type.String()),
      fileId: Type.String(),
      pageId: Type.String(),
      caption: Type.String(),
    }),
  ),
})
export type ShownRecord = Static<typeof ShownRecord>

/** What a reader is shown of a portfolio: the records whose audience they belong to, as they are now. */
export const PortfolioRecords = Closed({
  cover: Closed({ title: Type.String(), about: Type.String(), colour: Type.String(), picture: Type.String(), alt: Type.String() }),
  sections: Type.Array(Closed({ id: Type.String(), title: Type.String() })),
  records: Type.Array(Closed({ ...ShownRecord.properties, section: Type.String() })),
})
export type PortfolioRecords = Static<typeof PortfolioRecords>

/** Lines of one page of a long list. */
export const linesMax = 30

const portfolioId = Closed({ portfolioId: Id })

export const portfolio = {
  /** My own, my teams', those I was let into. */
  list: route({ name: 'portfolio.list', method: 'GET', path: '/api/portfolio', reply: Type.Array(PortfolioLine) }),
  /** For staff: those of the people and teams of their organisations, by a part of the name, a page at a time. */
  find: route({
    name: 'portfolio.find',
    method: 'GET',
    path: '/api/portfolio/found',
    query: Closed({ name: Type.String({ maxLength: 80 }), page: Type.String({ maxLength: 4, pattern: '^[0-9]{1,4}$' }) }),
    reply: Closed({ lines: Type.Array(PortfolioLine), more: Type.Boolean() }),
  }),
  /** One for each person and each team: what is asked twice is there once. */
  open: route({
    name: 'portfolio.open',
    method: 'POST',
    path: '/api/portfolio',
    body: Closed({ of: Type.Enum(['person', 'team'] as const), id: Id }),
    reply: Portfolio,
  }),
  look: route({
    name: 'portfolio.look',
    method: 'GET',
    path: '/api/portfolio/:portfolioId',
    params: portfolioId,
    reply: Portfolio,
  }),
  records: route({
    name: 'portfolio.records',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/record',
    params: portfolioId,
    reply: PortfolioRecords,
  }),
  /** A piece of the work in a record that one may read, whether or not one may open its board or its notebook: nothing beside it. */
  piece: route({
    name: 'portfolio.piece',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/record/:recordId/piece/:pieceId',
    params: Closed({ portfolioId: Id, recordId: RecordId, pieceId: Type.String({ maxLength: 64 }) }),
    /** A board with that part alone, or a page, as it was frozen, a Yjs update in base64; and whether the reader may open the board or the page itself. */
    reply: Closed({ then: Type.String(), opens: Type.Boolean() }),
    refusals: ['piece-closed'],
  }),
  letIn: route({
    name: 'portfolio.letIn',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/author',
    params: portfolioId,
    body: Closed({ personId: Id }),
    reply: Portfolio,
    refusals: ['works-elsewhere'],
  }),
  letOut: route({
    name: 'portfolio.letOut',
    method: 'DELETE',
    path: '/api/portfolio/:portfolioId/author/:personId',
    params: Closed({ portfolioId: Id, personId: Id }),
    reply: Portfolio,
  }),
  /** Somebody may write in it, or may not any more. */
  changed: fact('portfolio.changed', Closed({ portfolioId: Id, personId: Id }), (b) => [
    `person:${b.personId}`,
    `portfolio:${b.portfolioId}`,
  ]),
}
