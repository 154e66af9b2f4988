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

/** A stand as it is drawn, in metres. */
export const standSize = { width: 1.5, height: 1 } as const

/** Pairs that stand on each other, so that one hides the other: each once, in the order they came. Side by side is no trouble. */
export const crowded = <T>(all: readonly { readonly of: T; readonly spot: Spot }[]): (readonly [T, T])[] =>
  all.flatMap(({ of, spot: { x, y } }, at) =>
    all.slice(at + 1).flatMap((other) => {
      const isOn = Math.abs(other.spot.x - x) < standSize.width - 0.05 && Math.abs(other.spot.y - y) < standSize.height - 0.05
      return isOn ? [[of, other.of] as const] : []
    }),
  )
