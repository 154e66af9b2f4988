import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Moment, Name, Nothing } from './words.ts'

/** A group of learners with one code on a card: how children without e-mail find the door. */
export const Group = Closed({
  id: Id,
  organisationId: Id,
  name: Type.String(),
  /** As printed on the card, `ABCD-EFGH`; null for those who may not see it. */
  code: Type.Union([Type.String(), Type.Null()]),
  learners: Type.Array(Closed({ id: Id, name: Type.String() })),
  /** Who keeps every board in junior mode for its learners, and since when; null: nobody. */
  simple: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
})
export type Group = Static<typeof Group>

const groupId = Closed({ groupId: Id })

export const group = {
  list: route({
    name: 'group.list',
    method: 'GET',
    path: '/api/organisation/:organisationId/group',
    params: Closed({ organisationId: Id }),
    reply: Type.Array(Group),
  }),
  add: route({
    name: 'group.add',
    method: 'POST',
    path: '/api/organisation/:organisationId/group',
    params: Closed({ organisationId: Id }),
    body: Closed({ name: Name }),
    reply: Group,
  }),
  join: route({
    name: 'group.join',
    method: 'POST',
    path: '/api/group/:groupId/learner',
    params: groupId,
    body: Closed({ personId: Id }),
    reply: Nothing,
    refusals: ['already-member', 'not-a-learner'],
  }),
  leave: route({
    name: 'group.leave',
    method: 'DELETE',
    path: '/api/group/:groupId/learner/:personId',
    params: Closed({ groupId: Id, personId: Id }),
    reply: Nothing,
  }),
  /** A new code: the old cards stop working. */
  code: route({ name: 'group.code', method: 'POST', path: '/api/group/:groupId/code', params: groupId, reply: Group }),
  /** Junior mode on every board for its learners; or no longer. */
  simplify: route({
    name: 'group.simplify',
    method: 'PATCH',
    path: '/api/group/:groupId/simple',
    params: groupId,
    body: Closed({ simple: Type.Boolean() }),
    reply: Group,
  }),
  /** Told to each of its learners, who may have a board open. */
  simplified: fact('group.simplified', Closed({ groupId: Id, personId: Id, simple: Type.Boolean() }), (b) => [`person:${b.personId}`]),
  changed: fact('group.changed', Closed({ groupId: Id, organisationId: Id }), (b) => [`organisation:${b.organisationId}`]),
}
