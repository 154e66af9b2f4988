/** What a key means while a tool that is shown a place is in hand. */
export type Meant = { readonly step: readonly [x: number, y: number]; readonly far: boolean } | 'strike' | 'drop'

interface Key {
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export const isArrow = (code: string): boolean => Object.hasOwn(ways, code)

/** Two arrows that are held down together lead aslant; those that contradict one another lead nowhere. */
export const wayOf = (held: Iterable<string>): readonly [number, number] => {
  let [x, y] = [0, 0]
  for (const code of held) {
    const [dx, dy] = ways[code] ?? [0, 0]
    x += dx
    y += dy
  }
  return [x, y]
}

/** `held`: the arrows that are down, this one among them. Null: the key is not one of the crosshair's. */
export const meantBy = (key: Key, held: ReadonlySet<string>): Meant | null => {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  if (isArrow(key.code)) return { step: wayOf(held), far: key.shiftKey }
  if (key.shiftKey) return null
  if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Space') return 'strike'
  return key.code === 'Escape' ? 'drop' : null
}
