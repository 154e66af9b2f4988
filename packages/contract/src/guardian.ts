import { Type, type Static } from 'typebox'
import { Consent } from './consent.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { PortfolioOwner } from './portfolio.ts'
import { Closed, Language, Login, Moment, Name, Password } from './words.ts'

/** Who stands for a child, since when and by whose hand; one that is over stays, for whoever has to ask who it was then. */
export const Guardian = Closed({
  id: Id,
  personId: Id,
  name: Type.String(),
  at: Moment,
  addedBy: Type.String(),
  endedAt: Type.Union([Moment, Type.Null()]),
  endedBy: Type.Union([Type.String(), Type.Null()]),
})
export type Guardian = Static<typeof Guardian>

/** What a guardian is shown of one child: where its work lies, and what was agreed to for it. */
export const Child = Closed({
  id: Id,
  name: Type.String(),
  /** Its own and those of its teams. */
  portfolios: Type.Array(Closed({ id: Id, owner: PortfolioOwner })),
  consents: Type.Array(Consent),
})
export type Child = Static<typeof Child>

const personId = Closed({ personId: Id })
const named = Closed({ personId: Id, childId: Id })
/** Of whose portfolio, and nothing of what stands in it. */
const told = Closed({ personId: Id, portfolioId: Id })
const toGuardian = (b: { personId: string }) => [`person:${b.personId}`] as const

export const guardian = {
  /** All that a child ever had, the newest first. */
  list: route({
    name: 'guardian.list',
    method: 'GET',
    path: '/api/person/:personId/guardian',
    params: personId,
    reply: Type.Array(Guardian),
  }),
  /** Somebody who is here already, such as a teacher who is a mother. */
  add: route({
    name: 'guardian.add',
    method: 'POST',
    path: '/api/person/:personId/guardian',
    params: personId,
    body: Closed({ id: Id, guardianId: Id }),
    reply: Type.Array(Guardian),
    refusals: ['guardian-self', 'guardian-child', 'guardian-already', 'guardian-elsewhere', 'guardian-not-needed'],
  }),
  /** Somebody new, who signs in as adults do; in one of the child's organisations. */
  invite: route({
    name: 'guardian.invite',
    method: 'POST',
    path: '/api/person/:personId/guardian/new',
    params: personId,
    body: Closed({ id: Id, organisationId: Id, name: Name, language: Type.Optional(Language), login: Login, password: Password }),
    reply: Type.Array(Guardian),
    refusals: ['guardian-not-needed', 'guardian-elsewhere', 'login-taken', 'password-weak'],
  }),
  /** At once: nothing of the child is shown to them any more. */
  end: route({
    name: 'guardian.end',
    method: 'POST',
    path: '/api/person/:personId/guardian/:guardianshipId/end',
    params: Closed({ personId: Id, guardianshipId: Id }),
    reply: Type.Array(Guardian),
  }),
  /** Mine, by name. */
  children: route({ name: 'guardian.children', method: 'GET', path: '/api/guardian/child', reply: Type.Array(Child) }),
  added: fact('guardian.added', named, toGuardian),
  ended: fact('guardian.ended', named, toGuardian),
  /** Something of a child is for its guardians now … */
  shown: fact('guardian.shown', told, toGuardian),
  /** … or for the world. */
  published: fact('guardian.published', told, toGuardian),
}
