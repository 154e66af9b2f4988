import type { ShownEvidence } from '@sheber/contract/evidence'
import type { Role } from '@sheber/contract/organisation'
import type { Audience } from '@sheber/contract/portfolio'
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

/** Records that whoever stands for a child may read, by what their authors chose: what is for the world is theirs to see before it. */
export const shownToGuardians = (records: readonly { readonly id: string; readonly audience: readonly Audience[] }[]): string[] =>
  records.filter(({ audience }) => audience.includes('guardian') || audience.includes('public')).map(({ id }) => id)

/**
 * Claims as whoever stands for a child is told of them: that they are there, on which level and in which state, for a map has no holes.
 * What was said stands only where the record is shown to them, and other children are named nowhere. `opens` says whether a record is
 * shown to them, `adults` are ids of those who may be named.
 */
export const claimsForGuardian = (
  claims: readonly ShownEvidence[],
  opens: (claim: Pick<ShownEvidence, 'portfolioId' | 'recordId'>) => boolean,
  adults: ReadonlySet<string>,
): ShownEvidence[] =>
  claims.map((one) => {
    const by = adults.has(one.by.personId) || one.by.personId === one.person.personId ? one.by : { personId: '', name: '' }
    if (opens(one)) return { ...one, by }
    return { ...one, by, why: '', verdicts: one.verdicts.map((said) => ({ ...said, text: '' })), disputes: [] }
  })

export interface ToTell {
  readonly guardianId: string
  readonly recordId: string
}

/** Nobody is told the same of a record twice, were it taken back and shown again. */
export const stillToTell = (wanted: readonly ToTell[], told: readonly ToTell[]): ToTell[] => {
  const key = ({ guardianId, recordId }: ToTell) => `${guardianId} ${recordId}`
  const known = new Set(told.map(key))
  return wanted.filter((one) => {
    const isNew = !known.has(key(one))
    known.add(key(one))
    return isNew
  })
}
