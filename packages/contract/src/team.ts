import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Name, Nothing } from './words.ts'
import { Role } from './organisation.ts'

export const Member = Closed({
  personId: Id,
  name: Type.String(),
  /** The role in the member's own organisation: says whether it is a child or an adult. */
  role: Role,
  organisation: Type.String(),
})
export type Member = Static<typeof Member>

export const Team = Closed({
  id: Id,
  name: Type.String(),
  /** The organisation that answers for the team. */
  organisationId: Id,
  members: Type.Array(Member),
})
export type Team = Static<typeof Team>

const teamId = Closed({ teamId: Id })

export const team = {
  /** My teams; for teachers and administrators also those of their organisation. */
  list: route({ name: 'team.list', method: 'GET', path: '/api/team', reply: Type.Array(Team) }),
  look: route({ name: 'team.look', method: 'GET', path: '/api/team/:teamId', params: teamId, reply: Team }),
  /** The maker becomes its first member. */
  form: route({
    name: 'team.form',
    method: 'POST',
    path: '/api/organisation/:organisationId/team',
    params: Closed({ organisationId: Id }),
    body: Closed({ name: Name, members: Type.Array(Id, { maxItems: 40, uniqueItems: true }) }),
    reply: Team,
  }),
  rename: route({
    name: 'team.rename',
    method: 'PATCH',
    path: '/api/team/:teamId',
    params: teamId,
    body: Closed({ name: Name }),
    reply: Team,
  }),
  join: route({
    name: 'team.join',
    method: 'POST',
    path: '/api/team/:teamId/member',
    params: teamId,
    body: Closed({ personId: Id }),
    reply: Team,
    refusals: ['already-member'],
  }),
  leave: route({
    name: 'team.leave',
    method: 'DELETE',
    path: '/api/team/:teamId/member/:personId',
    params: Closed({ teamId: Id, personId: Id }),
    reply: Nothing,
    refusals: ['last-adult'],
  }),
  /** Told to the team and to the person, who may not follow the team yet. */
  joined: fact('team.joined', Closed({ teamId: Id, team: Type.String(), personId: Id, name: Type.String() }), (b) => [
    `team:${b.teamId}`,
    `person:${b.personId}`,
  ]),
  left: fact('team.left', Closed({ teamId: Id, personId: Id, name: Type.String() }), (b) => [`team:${b.teamId}`, `person:${b.personId}`]),
  renamed: fact('team.renamed', Closed({ teamId: Id, name: Type.String() }), (b) => [`team:${b.teamId}`]),
}
