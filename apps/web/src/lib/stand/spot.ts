/** In metres from the hall's left and upper wall. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const step = 0.5
const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

/** How far a key moves what is chosen; null: it is another key. */
export const stepBy = ({ key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): Spot | null =>
  ctrlKey || altKey || metaKey || !Object.hasOwn(arrows, key) ? null : (arrows[key] ?? null)

/** Inside the hall, to ten centimetres: nobody measures finer with a tape. */
export const within = ({ width, height }: { readonly width: number; readonly height: number }, { x, y }: Spot): Spot => {
  const fit = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10
  return { x: fit(x, width), y: fit(y, height) }
}
