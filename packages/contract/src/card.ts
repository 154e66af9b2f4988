import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { recordKinds, taskStates } from './plain.ts'
import { projectStates } from './project.ts'
import { Closed } from './words.ts'

/** What a card of a board may stand for and be asked about. */
export const cardKinds = ['project', 'board', 'record', 'file', 'page', 'task'] as const
export const CardKind = Type.Enum(cardKinds)
export type CardKind = Static<typeof CardKind>

/** The few words that tell how it stands: a step of a project or a task, what a record is of or what came of its evidence, a board that is frozen, a page of the notebook that is signed, a file of which a newer one lies beside it. */
export const cardStates = [
  ...projectStates,
  ...recordKinds,
  ...taskStates,
  'claimed',
  'partly',
  'confirmed',
  'frozen',
  'newer',
  'signed',
] as const
export const CardState = Type.Enum(cardStates)
export type CardState = Static<typeof CardState>

/** A thing as a card names it; a record as `<portfolio>/<record>`. */
const named = { of: CardKind, ref: Type.String({ minLength: 1, maxLength: 64 }) }

/** `closed`: it is there, and not for whoever asks; nothing is said of it then. `gone`: it was taken away, or there never was one. */
export const Card = Closed({
  ...named,
  access: Type.Enum(['open', 'closed', 'gone'] as const),
  /** Empty where it is not open, and of a record that has no title yet. A page of a notebook is called by its day, as `28.11.2026`, with its title behind. */
  title: Type.String(),
  /** Whose it is: a team, a project, a person; of a page of a notebook, its first words; of a task, who does it. */
  whose: Type.String(),
  state: Type.Union([CardState, Type.Null()]),
  /** Of a task that is not done: the day of the calendar until which it is to be, and whether that day has passed. */
  due: Type.Optional(Closed({ day: Type.String(), late: Type.Boolean() })),
  /** Where its news are told; null: nowhere that a project's topic reaches. */
  projectId: Type.Union([Id, Type.Null()]),
})
export type Card = Static<typeof Card>

/** Asked for at once; a board that has more asks again. */
export const cardsMax = 100

export const card = {
  /** How the things stand that cards on a board name: a POST, because a hundred names are too long for an address. It changes nothing. */
  look: route({
    name: 'card.look',
    method: 'POST',
    path: '/api/card',
    body: Closed({ cards: Type.Array(Closed(named), { minItems: 1, maxItems: cardsMax }) }),
    /** In the order in which they were asked for. */
    reply: Type.Array(Card),
  }),
}
