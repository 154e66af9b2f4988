import type { Exhibition, ExhibitionState, Plan, Windows } from '@sheber/contract/exhibition'

/** Where an exhibition stands on the page of all of them. */
export type Shelf = 'takes' | 'runs' | 'planned' | 'archive' | 'removed'

export type Shelved = Pick<Exhibition, 'state' | 'takes'> & { readonly windows: Pick<Windows, 'entriesFrom'> }

export const shelfOf = ({ state, takes, windows }: Shelved, now: string): Shelf => {
  if (takes) return 'takes'
  if (state === 'archived' || state === 'cancelled') return 'archive'
  if (state === 'removed') return 'removed'
  if (state === 'draft' || (state === 'call' && Date.parse(now) < Date.parse(windows.entriesFrom))) return 'planned'
  return 'runs'
}

/** In the order of the road. */
export const windowNames = [
  ...(['entriesFrom', 'entriesTo', 'moderationFrom', 'moderationTo', 'hallFrom', 'judgingFrom', 'judgingTo'] as const),
  ...(['finalFrom', 'finalTo', 'resultsAt'] as const),
] as const satisfies (keyof Windows)[]

/** Those that somebody has chosen, with their moments. */
const windowsOf = (windows: Windows): [keyof Windows, string][] =>
  windowNames.flatMap((name): [keyof Windows, string][] => {
    const moment = windows[name]
    return moment === undefined ? [] : [[name, moment]]
  })

/** Which of the days lie behind: all that have come. `now` stands after the last of them. */
export const passed = (windows: Windows, now: string): ReadonlySet<keyof Windows> =>
  new Set(windowsOf(windows).flatMap(([one, moment]) => (Date.parse(moment) <= Date.parse(now) ? [one] : [])))

/** The days in the order in which they come; what comes at one moment stays in the order of the road. */
export const inOrder = (windows: Windows): readonly { readonly name: keyof Windows; readonly moment: string }[] =>
  windowsOf(windows)
    .map(([name, moment]) => ({ name, moment }))
    .toSorted((a, b) => Date.parse(a.moment) - Date.parse(b.moment))

/** Whether it is about to be announced with days on which nobody could enter. */
export const opensTooLate = (state: ExhibitionState, { windows, late }: Pick<Plan, 'windows' | 'late'>, now: string): boolean =>
  state === 'draft' && !late && Date.parse(windows.entriesTo) <= Date.parse(now)

/** The day that the plan has for a step; steps without a day are taken whenever what comes before is done. */
const dayOfStep: Partial<Record<ExhibitionState, keyof Windows>> = {
  moderation: 'entriesTo',
  hall: 'hallFrom',
  judging: 'judgingFrom',
  deliberation: 'judgingTo',
}

/** The moment of the plan before which a step forward would be early; null where it is not. */
export const earlyFor = (state: ExhibitionState, windows: Windows, now: string): string | null => {
  const day = state === 'deliberation' && windows.finalTo ? 'finalTo' : dayOfStep[state]
  const moment = day && windows[day]
  return moment !== undefined && Date.parse(now) < Date.parse(moment) ? moment : null
}
