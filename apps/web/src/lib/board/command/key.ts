/** The Cyrillic letters on the same keys; Kazakh and Russian layouts agree on them. */
const cyrillic: Readonly<Record<string, string>> = {
  Q: 'Й',
  W: 'Ц',
  E: 'У',
  R: 'К',
  T: 'Е',
  Y: 'Н',
  U: 'Г',
  I: 'Ш',
  O: 'Щ',
  P: 'З',
  A: 'Ф',
  S: 'Ы',
  D: 'В',
  F: 'А',
  G: 'П',
  H: 'Р',
  J: 'О',
  K: 'Л',
  L: 'Д',
  Z: 'Я',
  X: 'Ч',
  C: 'С',
  V: 'М',
  B: 'И',
  N: 'Т',
  M: 'Ь',
}
const signs: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '−',
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Quote: '’',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** `Ctrl+KeyD` as the caps to press, each a word of its own: Ctrl, D / В. `words` are names that a language has for a key. */
export const capsOf = (shortcut: string, words: Readonly<Record<string, string>> = {}, both = true): readonly string[] => {
  const caps = shortcut.split('+')
  // The sign of a question stands on a key that needs Shift.
  if (shortcut === 'Shift+Slash') return ['?']
  return caps.map((cap) => {
    const letter = /^Key([A-Z])$/.exec(cap)?.[1]
    if (letter) return both ? `${letter} / ${cyrillic[letter] ?? letter}` : letter
    return /^Digit(\d)$/.exec(cap)?.[1] ?? signs[cap] ?? words[cap] ?? cap
  })
}
