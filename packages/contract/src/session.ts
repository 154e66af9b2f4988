import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Language, Login, Moment, Nothing, Password } from './words.ts'
import { Role } from './organisation.ts'
import { Centre } from './centre.ts'

/** The twelve pictures of which a small child chooses three, in order. Drawn by the web, named here. */
export const pictures = ['sun', 'fish', 'rocket', 'tree', 'house', 'bicycle', 'star', 'umbrella', 'apple', 'cat', 'key', 'boat'] as const
export const Picture = Type.Enum(pictures)
export type Picture = Static<typeof Picture>

/** A pupil's own secret: four digits, or three pictures in order joined by `-` (`sun-fish-key`). */
export const Secret = Type.String({ minLength: 4, maxLength: 40, pattern: '^([0-9]{4}|[a-z]+-[a-z]+-[a-z]+)$' })

/** Group code: eight letters without look-alikes, any case, spaces and hyphens allowed as on the card. */
export const Code = Type.String({ minLength: 8, maxLength: 12, pattern: '^[0-9A-Za-z \\-]{8,12}$' })

export const Membership = Closed({ organisationId: Id, organisation: Type.String(), role: Role })

/** Who I am, for every page: `person` is null for a guest. */
export const Me = Closed({
  person: Type.Union([
    Closed({
      id: Id,
      name: Type.String(),
      language: Language,
      memberships: Type.Array(Membership),
      /** Signs in by password (may change it) or by group code. */
      login: Type.Union([Type.String(), Type.Null()]),
      /** Of a child here, whatever else they are. */
      guardian: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  centre: Centre,
  /** Position in the fact log that this answer belongs to: follow from here. */
  position: Type.Integer(),
})
export type Me = Static<typeof Me>

export const session = {
  me: route({ name: 'session.me', method: 'GET', path: '/api/session', reply: Me }),
  /** Sets the cookie. */
  open: route({
    name: 'session.open',
    method: 'POST',
    path: '/api/session',
    body: Closed({ login: Login, password: Password }),
    reply: Nothing,
    refusals: ['wrong-password', 'locked-out'],
  }),
  /** Step one of a pupil's sign-in: whose names stand behind the code on the card. */
  names: route({
    name: 'session.names',
    method: 'POST',
    path: '/api/session/names',
    body: Closed({ code: Code }),
    reply: Closed({
      group: Type.String(),
      people: Type.Array(Closed({ id: Id, name: Type.String(), kind: Type.Enum(['pin', 'pictures'] as const) })),
    }),
    refusals: ['code-unknown', 'locked-out'],
  }),
  openByCode: route({
    name: 'session.openByCode',
    method: 'POST',
    path: '/api/session/code',
    body: Closed({ code: Code, personId: Id, secret: Secret }),
    reply: Nothing,
    refusals: ['wrong-secret', 'locked-out'],
  }),
  end: route({ name: 'session.end', method: 'DELETE', path: '/api/session', reply: Nothing }),
  endAll: route({ name: 'session.endAll', method: 'DELETE', path: '/api/session/all', reply: Nothing }),
  /** My other sign-ins, so that "everywhere" can be looked at before it is ended. */
  list: route({
    name: 'session.list',
    method: 'GET',
    path: '/api/session/all',
    reply: Type.Array(Closed({ openedAt: Moment, current: Type.Boolean(), device: Type.String() })),
  }),
  language: route({
    name: 'session.language',
    method: 'POST',
    path: '/api/session/language',
    body: Closed({ language: Language }),
    reply: Nothing,
  }),
  password: route({
    name: 'session.password',
    method: 'POST',
    path: '/api/session/password',
    body: Closed({ old: Password, new: Password }),
    reply: Nothing,
    refusals: ['wrong-password', 'password-weak', 'locked-out'],
  }),
  /** One sign-in (`sessionId`) or all of a person's (null) are over: live sockets go. */
  ended: fact('session.ended', Closed({ personId: Id, sessionId: Type.Union([Type.String(), Type.Null()]) }), (b) => [
    `person:${b.personId}`,
  ]),
}
