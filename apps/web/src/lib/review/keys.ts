/** By the place of the key, so that a Kazakh or Russian layout needs no other. */
const steps: Readonly<Record<string, number>> = { KeyJ: 1, KeyK: -1 }

/** How far a key leads on in a list; 0: it is somebody's writing, a shortcut of the browser, or no such key. */
export const stepOf = ({
  code,
  target,
  ...held
}: Pick<KeyboardEvent, 'code' | 'target' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>): number => {
  if (held.ctrlKey || held.altKey || held.metaKey || held.isComposing) return 0
  const writes = (target as Partial<Element> | null)?.closest?.('input, textarea, select, [contenteditable]')
  return writes || !Object.hasOwn(steps, code) ? 0 : (steps[code] ?? 0)
}

/** Where one is afterwards: from nowhere to the first or the last, and not past either end. */
export const stepTo = (at: number, by: number, count: number): number =>
  at < 0 ? (by > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, at + by))
