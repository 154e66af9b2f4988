/** Why somebody should not judge a stand; they may still name others, and say why. */
export const conflictReasons = ['own-school', 'own-team', 'relative', 'supervised'] as const
export type ConflictReason = (typeof conflictReasons)[number]

export interface JudgeTies {
  /** Of the judge as a person. */
  readonly id: string
  /**
   * Of which the judge is part. A centre at which everybody learns is left out by whoever asks, or nobody of the centre could judge
   * at its own exhibition.
   */
  readonly organisationIds: readonly string[]
  /** Whose guardian the judge is. */
  readonly wardIds?: readonly string[]
  /** Whom the judge teaches or mentors. */
  readonly learnerIds?: readonly string[]
}

export interface StandTies {
  readonly organisationIds: readonly string[]
  /** All of the team, adults too. */
  readonly personIds: readonly string[]
  /** Who leads the work, if they are not of the team. */
  readonly supervisorIds?: readonly string[]
}

const meet = (some: readonly string[] = [], others: readonly string[] = []) => some.some((one) => others.includes(one))

/** What stands between a judge and a stand by all that is known: proposed to the judge, who may add to it. None: nothing is known. */
export const conflictsOf = (judge: JudgeTies, stand: StandTies): ConflictReason[] => {
  const found: Readonly<Record<ConflictReason, boolean>> = {
    'own-school': meet(judge.organisationIds, stand.organisationIds),
    'own-team': stand.personIds.includes(judge.id),
    relative: meet(judge.wardIds, stand.personIds),
    supervised: (stand.supervisorIds ?? []).includes(judge.id) || meet(judge.learnerIds, stand.personIds),
  }
  return conflictReasons.filter((reason) => found[reason])
}
