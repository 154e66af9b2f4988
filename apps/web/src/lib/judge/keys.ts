/** By the place of the key, so that a Kazakh or Russian layout needs no other. */
export type Deed = { readonly level: number } | { readonly step: number }

type Key = Pick<KeyboardEvent, 'code' | 'target' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

/** What a key asks for while a stand is judged; null: it is somebody's writing, or a shortcut of the browser. */
export const deedOf = ({ code, target, ...held }: Key): Deed | null => {
  if (held.ctrlKey || held.altKey || held.metaKey || held.isComposing) return null
  const writes = (target as Partial<Element> | null)?.closest?.(
    'input:not([type=radio]), textarea, select, [contenteditable], [role=dialog]',
  )
  if (writes) return null
  if (code === 'KeyJ' || code === 'KeyK') return { step: code === 'KeyJ' ? 1 : -1 }
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(code)?.[1]
  return digit === undefined ? null : { level: Number(digit) - 1 }
}
