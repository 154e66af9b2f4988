import type { Exhibition, Windows } from '@sheber/contract/exhibition'

/** Where an exhibition stands on the page of all of them. */
export type Shelf = 'takes' | 'runs' | 'planned' | 'archive'

export type Shelved = Pick<Exhibition, 'state' | 'takes'> & { readonly windows: Pick<Windows, 'entriesFrom'> }

export const shelfOf = ({ state, takes, windows }: Shelved, now: string): Shelf => {
  if (takes) return 'takes'
  if (state === 'archived') return 'archive'
  if (state === 'draft' || (state === 'call' && Date.parse(now) < Date.parse(windows.entriesFrom))) return 'planned'
  return 'runs'
}

/** Which of the days lie behind: all that have come. `now` stands after the last of them. */
export const passed = (windows: Windows, now: string): ReadonlySet<keyof Windows> =>
  new Set((Object.keys(windows) as (keyof Windows)[]).filter((one) => Date.parse(windows[one]) <= Date.parse(now)))

/** The days in the order in which they come; what comes at one moment stays in the order of the road. */
export const inOrder = (windows: Windows): readonly (keyof Windows)[] =>
  (['entriesFrom', 'entriesTo', 'hallFrom', 'judgingFrom', 'judgingTo', 'resultsAt'] as const).toSorted(
    (a, b) => Date.parse(windows[a]) - Date.parse(windows[b]),
  )
