import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Name } from './words.ts'

export const organisationKinds = ['centre', 'school', 'college', 'company', 'library', 'authority'] as const
export const OrganisationKind = Type.Enum(organisationKinds)
export type OrganisationKind = Static<typeof OrganisationKind>

/** A role is always held in an organisation, never at large. */
export const roles = ['learner', 'teacher', 'mentor', 'partner', 'judge', 'administrator', 'guardian'] as const
export const Role = Type.Enum(roles)
export type Role = Static<typeof Role>

/** Those that are given as such; a guardian is one by a child (`guardian.invite`), not by an office. */
export const offices = ['learner', 'teacher', 'mentor', 'partner', 'judge', 'administrator'] as const satisfies readonly Role[]
export const Office = Type.Enum(offices)
export type Office = Static<typeof Office>

export const Organisation = Closed({
  id: Id,
  name: Type.String(),
  kind: OrganisationKind,
  /** People by role, for the list. */
  learners: Type.Integer(),
  adults: Type.Integer(),
})
export type Organisation = Static<typeof Organisation>

export const organisation = {
  list: route({ name: 'organisation.list', method: 'GET', path: '/api/organisation', reply: Type.Array(Organisation) }),
  look: route({
    name: 'organisation.look',
    method: 'GET',
    path: '/api/organisation/:organisationId',
    params: Closed({ organisationId: Id }),
    reply: Organisation,
  }),
  add: route({
    name: 'organisation.add',
    method: 'POST',
    path: '/api/organisation',
    body: Closed({ name: Name, kind: Type.Enum(['school', 'college', 'company', 'library', 'authority'] as const) }),
    reply: Organisation,
  }),
  rename: route({
    name: 'organisation.rename',
    method: 'PATCH',
    path: '/api/organisation/:organisationId',
    params: Closed({ organisationId: Id }),
    body: Closed({ name: Name }),
    reply: Organisation,
  }),
  added: fact('organisation.added', Closed({ organisationId: Id, name: Type.String() }), (b) => [`organisation:${b.organisationId}`]),
  renamed: fact('organisation.renamed', Closed({ organisationId: Id, name: Type.String() }), (b) => [`organisation:${b.organisationId}`]),
}
