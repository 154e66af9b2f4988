import type { Role } from '@sheber/contract/organisation'
import { refuse } from '@sheber/contract/refusal'
import { isLearner } from './person.ts'

interface Placed {
  readonly id: string
  readonly memberships: readonly { readonly organisationId: string; readonly role: Role }[]
}

/** Only a child has somebody who stands for it. */
export const judgeWard = ({ memberships }: Placed): void => {
  if (!isLearner(memberships.map(({ role }) => role))) refuse('guardian-not-needed')
}

/** An adult of one of the child's places; and whoever writes it down writes down another, so that two know of it. */
export const judgeGuardian = (child: Placed, guardian: Placed, by: string): void => {
  judgeWard(child)
  if (guardian.memberships.some(({ role }) => role === 'learner')) refuse('guardian-child')
  if (guardian.id === by) refuse('guardian-self')
  const places = child.memberships.map(({ organisationId }) => organisationId)
  if (!guardian.memberships.some(({ organisationId }) => places.includes(organisationId))) refuse('guardian-elsewhere')
}
