import type { Plan } from '@sheber/contract/exhibition'
import type { Award, Given, ResultStand } from '@sheber/contract/result'
import { awardsByRule, type ByRule } from '@sheber/domain/result'

/** What is under the hand: a stand, and the award by which it was taken, if by one. */
export interface Held {
  readonly standId: string
  readonly awardId: string | null
}

/** Where it may be let go: a degree of a nomination, an award with a name of its own, or outside of all. */
export const degreeSlot = (nominationId: string, degree: number) => `degree ${nominationId} ${degree}`
export const ownSlot = (awardId: string) => `own ${awardId}`
export const noSlot = 'none'

type Chosen = Omit<Given, 'reason'>
export type Deed =
  | { readonly do: 'give'; readonly id: string; readonly given: Chosen }
  | { readonly do: 'move'; readonly awardId: string; readonly given: Chosen }
  | { readonly do: 'remove'; readonly awardId: string }

interface Field {
  readonly stands: readonly Pick<ResultStand, 'id' | 'nominationId'>[]
  readonly awards: readonly Pick<Award, 'id' | 'standId' | 'degree' | 'title'>[]
}

/** What letting go there comes to; null: nothing, because nothing would change or it has no place there. */
export const deedOf = (slot: string, { standId, awardId }: Held, { stands, awards }: Field, newId: () => string): Deed | null => {
  const stand = stands.find(({ id }) => id === standId)
  const held = awards.find(({ id }) => id === awardId)
  if (!stand) return null
  if (slot === noSlot) return held ? { do: 'remove', awardId: held.id } : null
  const [kind, of, nth] = slot.split(' ')
  if (kind === 'own') {
    const award = awards.find(({ id }) => id === of)
    if (!award || award.standId === standId) return null
    return { do: 'move', awardId: award.id, given: { standId, degree: null, title: award.title } }
  }
  if (kind !== 'degree' || of !== stand.nominationId) return null
  const given = { standId, degree: Number(nth), title: null }
  // A stand has one degree: whatever it was taken by, that is the one which becomes another.
  const has = awards.find((one) => one.standId === standId && one.degree !== null)
  if (!has) return { do: 'give', id: newId(), given }
  return has.degree === given.degree ? null : { do: 'move', awardId: has.id, given }
}

/** What takes it back, for whoever sees at once that it was not meant. */
export const undoOf = (deed: Deed, { awards }: Field, newId: () => string): Deed | null => {
  if (deed.do === 'give') return { do: 'remove', awardId: deed.id }
  const before = awards.find(({ id }) => id === deed.awardId)
  if (!before) return null
  const given = { standId: before.standId, degree: before.degree, title: before.degree === null ? before.title : null }
  return deed.do === 'move' ? { do: 'move', awardId: deed.awardId, given } : { do: 'give', id: newId(), given }
}

/** What the plan's rule says, as far as it can be told here: who won side by side is known to the server alone. */
export const ruleOf = (stands: readonly ResultStand[], { awards, ties }: Pick<Plan, 'awards' | 'ties'>): readonly ByRule[] | null =>
  awards === 'hand' || ties !== 'share' ? null : awardsByRule(stands, { awards, ties })

/** Whether it is not what the rule says: then it is said why. */
export const departs = (deed: Deed, { awards }: Field, rule: readonly ByRule[] | null): boolean => {
  if (!rule) return true
  if (deed.do !== 'remove') return !rule.some(({ standId, degree }) => standId === deed.given.standId && degree === deed.given.degree)
  const award = awards.find(({ id }) => id === deed.awardId)
  return !award || award.degree === null || rule.some(({ standId }) => standId === award.standId)
}
