import { Type, type Static } from 'typebox'
import { route } from './kit.ts'
import { Closed, Language, Login, Name, Nothing, Password } from './words.ts'
import { Id } from './ids.ts'
import { Role } from './organisation.ts'

/** The centre is the organisation that runs this installation; there is exactly one. */
export const Centre = Closed({
  /** `new`: nobody has been here yet, the two doors are shown. */
  state: Type.Enum(['new', 'ready'] as const),
  demo: Type.Boolean(),
  name: Type.String(),
  language: Language,
})
export type Centre = Static<typeof Centre>

export const DemoPerson = Closed({
  id: Id,
  name: Type.String(),
  role: Role,
  organisation: Type.String(),
  teams: Type.Array(Type.String()),
})
export type DemoPerson = Static<typeof DemoPerson>

export const centre = {
  look: route({ name: 'centre.look', method: 'GET', path: '/api/centre', reply: Centre }),
  /** First administrator; signs them in (sets the cookie). */
  create: route({
    name: 'centre.create',
    method: 'POST',
    path: '/api/centre',
    body: Closed({ name: Name, language: Language, person: Name, login: Login, password: Password }),
    reply: Nothing,
    refusals: ['centre-exists', 'password-weak'],
  }),
  /** Loads the demo world into an empty database. */
  demo: route({ name: 'centre.demo', method: 'POST', path: '/api/centre/demo', reply: Nothing, refusals: ['centre-exists'] }),
  /** Only in a demo centre: its people, for one-click sign-in. Elsewhere 404. */
  people: route({ name: 'centre.people', method: 'GET', path: '/api/centre/people', reply: Type.Array(DemoPerson) }),
  enter: route({
    name: 'centre.enter',
    method: 'POST',
    path: '/api/centre/enter',
    body: Closed({ personId: Id }),
    reply: Nothing,
  }),
}
