import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import { refuse } from '@sheber/contract/refusal'

/** The road from the call to the archive. A step may be taken back until results are out. */
const road: readonly ExhibitionState[] = ['draft', 'call', 'moderation', 'hall', 'judging', 'deliberation', 'results', 'archived']

/** Steps that may follow, the next one first. What was released is not taken back, and the archive is for good. */
export const nextSteps = (now: ExhibitionState): readonly ExhibitionState[] => {
  if (now === 'archived') return []
  const at = road.indexOf(now)
  // An exhibition without a jury goes from its hall to the archive.
  const on = now === 'hall' ? ['judging', 'archived'] : [road[at + 1]]
  const back = now === 'results' || now === 'draft' || now === 'call' ? [] : [road[at - 1]]
  return [...on, ...back].filter((state): state is ExhibitionState => state !== undefined)
}

export const stepExhibition = (now: ExhibitionState, asked: ExhibitionState): ExhibitionState =>
  nextSteps(now).includes(asked) ? asked : refuse('exhibition-step')

const at = (moment: string) => Date.parse(moment)

/** Entries first, then the hall and judging, then results; no window is empty. */
export const checkWindows = ({ windows: w }: Pick<Plan, 'windows'>): void => {
  const inOrder =
    at(w.entriesFrom) < at(w.entriesTo) &&
    at(w.entriesTo) <= at(w.hallFrom) &&
    at(w.judgingFrom) < at(w.judgingTo) &&
    at(w.entriesTo) <= at(w.judgingFrom) &&
    at(w.judgingTo) <= at(w.resultsAt)
  if (!inOrder) refuse('exhibition-windows')
}

/** Whether an entry may be handed in now, and whether it is late: by the server's clock alone. Null: it is not taken. */
export const takesEntry = (
  { windows, late }: Pick<Plan, 'windows' | 'late'>,
  state: ExhibitionState,
  now: Date,
): { readonly late: boolean } | null => {
  if (state !== 'call' || now.getTime() < at(windows.entriesFrom)) return null
  const isLate = now.getTime() > at(windows.entriesTo)
  return isLate && !late ? null : { late: isLate }
}

/** Whether its results may be seen by whoever is no organiser: they were released, and their hour has come. */
export const showsResults = ({ windows }: Pick<Plan, 'windows'>, state: ExhibitionState, now: Date): boolean =>
  (state === 'results' || state === 'archived') && now.getTime() >= at(windows.resultsAt)
