import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Name } from './words.ts'

/**
 * What a guardian may agree to, each by itself: that the work is shown to the world, that the child's name stands beside it, that
 * pictures and films are shown in which the child is seen, and that the school is named beside the name.
 */
export const consentScopes = ['work', 'name', 'picture', 'school'] as const
export const ConsentScope = Type.Enum(consentScopes)
export type ConsentScope = Static<typeof ConsentScope>

const Day = Type.String({ maxLength: 10, pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })

export const Consent = Closed({
  id: Id,
  scope: ConsentScope,
  /** Who signed the paper. */
  guardian: Type.String(),
  /** Days, both included; null: until it is withdrawn. */
  from: Type.String(),
  until: Type.Union([Type.String(), Type.Null()]),
  recordedBy: Type.String(),
  at: Moment,
  withdrawnAt: Type.Union([Moment, Type.Null()]),
  /** It holds today. */
  holds: Type.Boolean(),
})
export type Consent = Static<typeof Consent>

const personId = Closed({ personId: Id })
const named = Closed({ personId: Id })
const ofPerson = (b: { personId: string }) => [`person:${b.personId}`] as const

export const consent = {
  /** All there ever were, the newest first. */
  list: route({ name: 'consent.list', method: 'GET', path: '/api/person/:personId/consent', params: personId, reply: Type.Array(Consent) }),
  /** Recorded from the paper that a guardian has signed. */
  record: route({
    name: 'consent.record',
    method: 'POST',
    path: '/api/person/:personId/consent',
    params: personId,
    body: Closed({ id: Id, scope: ConsentScope, guardian: Name, from: Day, until: Type.Union([Day, Type.Null()]) }),
    reply: Type.Array(Consent),
    refusals: ['consent-not-needed', 'consent-period'],
  }),
  /** At once: what was public is not any more. */
  withdraw: route({
    name: 'consent.withdraw',
    method: 'POST',
    path: '/api/person/:personId/consent/:consentId/withdraw',
    params: Closed({ personId: Id, consentId: Id }),
    reply: Type.Array(Consent),
  }),
  recorded: fact('consent.recorded', named, ofPerson),
  withdrawn: fact('consent.withdrawn', named, ofPerson),
}
