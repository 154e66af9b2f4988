import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Language, Login, Name, Nothing, Password } from './words.ts'
import { Office, Role } from './organisation.ts'
import { Secret } from './session.ts'

export const Person = Closed({
  id: Id,
  name: Type.String(),
  /** Null: no password sign-in (a pupil with a secret, or somebody who cannot sign in yet). */
  login: Type.Union([Type.String(), Type.Null()]),
  role: Role,
  organisationId: Id,
  organisation: Type.String(),
  /** Groups of this organisation the person is in. */
  groups: Type.Array(Closed({ id: Id, name: Type.String() })),
  /** How they sign in. */
  signIn: Type.Enum(['password', 'pin', 'pictures', 'none'] as const),
  active: Type.Boolean(),
})
export type Person = Static<typeof Person>

/** A year and no day: enough to know whether somebody is of an age, and nothing to know a child by. Which it may be says the domain. */
const BirthYear = Type.Integer({ minimum: 0, maximum: 9999 })

const personId = Closed({ personId: Id })

export const person = {
  /** People of one organisation, by name. */
  list: route({
    name: 'person.list',
    method: 'GET',
    path: '/api/organisation/:organisationId/person',
    params: Closed({ organisationId: Id }),
    reply: Type.Array(Person),
  }),
  /**
   * Adults sign in by `login` and `password`; learners by a group code and `secret`, or by a password too.
   * With neither, the person exists but cannot sign in until a teacher sets a secret.
   */
  add: route({
    name: 'person.add',
    method: 'POST',
    path: '/api/organisation/:organisationId/person',
    params: Closed({ organisationId: Id }),
    body: Closed({
      name: Name,
      role: Office,
      language: Type.Optional(Language),
      login: Type.Optional(Login),
      password: Type.Optional(Password),
      groupId: Type.Optional(Id),
      secret: Type.Optional(Secret),
      /** Of a learner only. */
      birthYear: Type.Optional(BirthYear),
    }),
    reply: Person,
    refusals: ['login-taken', 'password-weak', 'pin-weak', 'not-a-learner', 'birth-year'],
  }),
  rename: route({
    name: 'person.rename',
    method: 'PATCH',
    path: '/api/person/:personId',
    params: personId,
    body: Closed({ name: Name }),
    reply: Nothing,
  }),
  /** In no list of people: asked for one by one, by whoever answers for them. */
  birth: route({
    name: 'person.birth',
    method: 'GET',
    path: '/api/person/:personId/birth',
    params: personId,
    reply: Closed({ birthYear: Type.Union([Type.Integer(), Type.Null()]) }),
  }),
  born: route({
    name: 'person.born',
    method: 'PATCH',
    path: '/api/person/:personId/birth',
    params: personId,
    body: Closed({ birthYear: Type.Union([BirthYear, Type.Null()]) }),
    reply: Nothing,
    refusals: ['birth-year', 'not-a-learner'],
  }),
  /** Changes a role in one organisation; live sockets are asked again within a second. */
  role: route({
    name: 'person.role',
    method: 'POST',
    path: '/api/organisation/:organisationId/person/:personId/role',
    params: Closed({ organisationId: Id, personId: Id }),
    body: Closed({ role: Office }),
    reply: Nothing,
    refusals: ['last-administrator'],
  }),
  /** A teacher gives a pupil a new secret, or an adult a new password; all their sign-ins end. */
  secret: route({
    name: 'person.secret',
    method: 'POST',
    path: '/api/person/:personId/secret',
    params: personId,
    /** Exactly one of secret and password; `login` goes with a password and only where there is none yet. */
    body: Closed({ secret: Type.Optional(Secret), password: Type.Optional(Password), login: Type.Optional(Login) }),
    reply: Nothing,
    refusals: ['password-weak', 'pin-weak', 'login-taken'],
  }),
  /** Closes or reopens somebody's access. Nothing they made is removed. */
  activate: route({
    name: 'person.activate',
    method: 'POST',
    path: '/api/person/:personId/active',
    params: personId,
    body: Closed({ active: Type.Boolean() }),
    reply: Nothing,
    refusals: ['last-administrator'],
  }),
  /** Whom may I invite into a team: people by the beginning of a word of their name, 20 at most. */
  find: route({
    name: 'person.find',
    method: 'GET',
    path: '/api/person',
    query: Closed({ name: Type.String({ minLength: 1, maxLength: 80 }) }),
    reply: Type.Array(Closed({ id: Id, name: Type.String(), role: Role, organisation: Type.String() })),
  }),
  added: fact('person.added', Closed({ personId: Id, organisationId: Id, role: Role }), (b) => [`organisation:${b.organisationId}`]),
  /** Role, name or access changed: whatever is open in their name is asked again. */
  changed: fact('person.changed', Closed({ personId: Id }), (b) => [`person:${b.personId}`]),
}
