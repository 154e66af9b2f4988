import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Seen } from './stand.ts'
import { Closed, Moment } from './words.ts'

/** What beside titles, days and words goes out to the world; each is chosen by itself, and none of it goes without. */
export const publicFields = ['cover', 'names', 'pictures', 'pieces', 'reflection', 'sections', 'competencies', 'badges'] as const
export type PublicField = (typeof publicFields)[number]

const { Boolean: Chosen } = Type
export const PublicFields = Closed({
  /** Title and words of the cover. */
  cover: Chosen(),
  /** Of the authors, as far as their guardians agree to it. */
  names: Chosen(),
  /** That stand in the words. */
  pictures: Chosen(),
  /** Of boards, as they were frozen, and files; pictures, films and PDF among them only where pictures are chosen too. */
  pieces: Chosen(),
  /** What the author thinks of it, with the question that it answers. */
  reflection: Chosen(),
  /** In which part of the portfolio it stands. */
  sections: Chosen(),
  /** Confirmed ones alone. */
  competencies: Chosen(),
  /** The owner's. */
  badges: Chosen(),
})
export type PublicFields = Static<typeof PublicFields>

/** Pictures in which somebody can be said to be seen, on one page. */
export const seenMax = 200

/** Why a record is not shown to the world: a child's guardian has not agreed to show the work, or to the name that stands in it. */
export const waitReasons = ['work', 'name'] as const
export const Wait = Closed({ name: Type.String(), why: Type.Enum(waitReasons) })
export type Wait = Static<typeof Wait>

/**
 * Why a piece of a record is not on the page: its file is of a kind that the world is not given, it is a picture, a film or a PDF
 * and pictures were not chosen, its file is no longer there, or no author who may look at its board has frozen it.
 */
export const leftReasons = ['kind', 'pictures', 'away', 'closed'] as const
export const Left = Closed({ caption: Type.String(), why: Type.Enum(leftReasons) })
export type Left = Static<typeof Left>

/**
 * A record that is for everybody beside what the world was given: it is not out yet, it is out as it is, it was changed since,
 * or its authors no longer show it to everybody.
 */
export const publicStates = ['fresh', 'same', 'changed', 'gone'] as const
export const PublicState = Type.Enum(publicStates)
export type PublicState = Static<typeof PublicState>

/** What somebody may be seen in; a document is a PDF. */
export const seeableKinds = ['picture', 'film', 'document'] as const
export const SeeableKind = Type.Enum(seeableKinds)
export type SeeableKind = Static<typeof SeeableKind>

export const Publication = Closed({
  /** Of the page `/p/<address>`, which stays the same however often it is published; null: never yet. */
  address: Type.Union([Id, Type.Null()]),
  /** The world finds it there, as far as consents reach. */
  open: Type.Boolean(),
  at: Type.Union([Moment, Type.Null()]),
  by: Type.String(),
  withdrawnAt: Type.Union([Moment, Type.Null()]),
  fields: PublicFields,
  records: Type.Array(
    Closed({
      id: Type.String(),
      title: Type.String(),
      state: PublicState,
      waits: Type.Array(Wait),
      /** Pieces of it that are not on the page, also where pieces are chosen. */
      left: Type.Array(Left),
    }),
  ),
  /** What keeps the cover in, where it was chosen. */
  coverWaits: Type.Array(Wait),
  /** What somebody could be seen in: of the cover, of the words, of boards, of files. */
  pictures: Type.Array(Closed({ fileId: Id, alt: Type.String(), kind: SeeableKind })),
  /** Children who may be seen in them, by name … */
  children: Type.Array(Closed({ id: Id, name: Type.String() })),
  /** … and where they are, as it was said when it was published; whoever is not named is seen nowhere. */
  seen: Type.Array(Seen),
  /** Pictures on the page of which nobody has said who is seen in them: they are shown, and no consent is asked for any. */
  unmarked: Type.Array(Id),
  /** Names of those whose guardian has not agreed to pictures: what they are seen in is left out. */
  unseen: Type.Array(Type.String()),
  /** The page is not what it would be, were it published now. */
  changed: Type.Boolean(),
  /** Whoever asks publishes; others only take back. */
  publishes: Type.Boolean(),
})
export type Publication = Static<typeof Publication>

const params = Closed({ portfolioId: Id })
const path = '/api/portfolio/:portfolioId/publication'
const of = ({ portfolioId }: { portfolioId: string }) => [`portfolio:${portfolioId}`] as const

export const publication = {
  look: route({ name: 'publication.look', method: 'GET', path, params, reply: Publication }),
  /** What is for everybody goes out as it is now; what changes later does not, until it is published again. */
  publish: route({
    name: 'publication.publish',
    method: 'POST',
    path,
    params,
    /** Without `seen`, what was said of it before stands. */
    body: Closed({ fields: PublicFields, seen: Type.Optional(Type.Array(Seen, { maxItems: seenMax })) }),
    reply: Publication,
    refusals: ['nothing-public'],
  }),
  /** The page is gone at once; its address says so. */
  withdraw: route({ name: 'publication.withdraw', method: 'DELETE', path, params, reply: Publication }),
  published: fact('publication.published', params, of),
  withdrawn: fact('publication.withdrawn', params, of),
}
