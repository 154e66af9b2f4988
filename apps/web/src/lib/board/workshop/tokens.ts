import type { Language } from '@sheber/document/thing'

/** Just enough of a language to colour it: words, numbers, what is quoted, what is remarked. */

export type TokenKind = 'plain' | 'keyword' | 'name' | 'number' | 'quote' | 'remark'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

const set = (words: string) => new Set(words.split(' '))

const c = set(
  'auto bool boolean break byte case char class const constexpr continue default delete do double else enum extern false float for if include define ifdef ifndef endif int long namespace new nullptr private public return short signed sizeof static String struct switch this true typedef unsigned using virtual void volatile while word uint8_t uint16_t uint32_t int8_t int16_t int32_t size_t HIGH LOW INPUT OUTPUT INPUT_PULLUP',
)
const arduino = set(
  'setup loop pinMode digitalWrite digitalRead analogRead analogWrite delay delayMicroseconds millis micros pulseIn tone noTone map constrain random attachInterrupt Serial Wire SPI Servo',
)
const python = set(
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield match case',
)
const pythonNames = set(
  'print input range len int float str list dict set tuple open abs min max sum round sorted enumerate zip machine Pin time',
)
const javascript = set(
  'async await break case catch class const continue debugger default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield',
)
const javascriptNames = set('console document window Math JSON Object Array Promise Number String Map Set')
const none: ReadonlySet<string> = new Set()

/** What goes on over lines: how it ends, and what it is. */
interface Long {
  readonly ends: string
  readonly kind: TokenKind
}

interface Grammar {
  readonly keywords: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** A remark to the end of the line, the beginning of a long one, what is quoted, a number, a word; all else is plain. */
  readonly pattern: RegExp | null
  readonly long: Readonly<Record<string, Long>>
}

const quoted = /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?/.source
const number = /\b(?:0[xb][\da-f]+|\d[\d_]*\.?\d*(?:e[+-]?\d+)?)[uflpn]*\b/.source
const word = /[#@]?[\p{L}_$][\p{L}\p{N}_$]*/u.source
const patternOf = (remark: string, long: string) =>
  new RegExp(`(?<remark>${remark}.*)|(?<long>${long})|(?<quote>${quoted})|(?<number>${number})|(?<word>${word})`, 'giu')

const block = { '/*': { ends: '*/', kind: 'remark' } } as const

const grammars: Readonly<Record<Language, Grammar>> = {
  arduino: { keywords: c, names: arduino, pattern: patternOf('//', '/\\*'), long: block },
  python: {
    keywords: python,
    names: pythonNames,
    pattern: patternOf('#', '"""|\'\'\''),
    long: { '"""': { ends: '"""', kind: 'quote' }, "'''": { ends: "'''", kind: 'quote' } },
  },
  javascript: {
    keywords: javascript,
    names: javascriptNames,
    pattern: patternOf('//', '/\\*|`'),
    long: { ...block, '`': { ends: '`', kind: 'quote' } },
  },
  plain: { keywords: none, names: none, pattern: null, long: {} },
}

const kindOf = (text: string, groups: Readonly<Record<string, string | undefined>>, { keywords, names }: Grammar): TokenKind => {
  if (groups['remark']) return 'remark'
  if (groups['quote']) return 'quote'
  if (groups['number']) return 'number'
  const bare = text.replace(/^[#@]/, '')
  return keywords.has(bare) ? 'keyword' : names.has(bare) ? 'name' : 'plain'
}

/** One line; returns what is still open at its end. */
const readLine = (line: string, open: Long | null, grammar: Grammar, tokens: Token[]): Long | null => {
  const push = (kind: TokenKind, from: number, to: number) => {
    if (to > from) tokens.push({ kind, text: line.slice(from, to) })
  }
  let at = 0
  while (at < line.length) {
    if (open) {
      const end = line.indexOf(open.ends, at)
      const to = end < 0 ? line.length : end + open.ends.length
      push(open.kind, at, to)
      at = to
      if (end < 0) return open
      open = null
      continue
    }
    const { pattern } = grammar
    if (pattern) pattern.lastIndex = at
    const match = pattern?.exec(line)
    push('plain', at, match?.index ?? line.length)
    if (!match?.[0]) return null
    const [text] = match
    at = match.index + text.length
    const groups = match.groups ?? {}
    open = (groups['long'] && grammar.long[text]) || null
    push(open?.kind ?? kindOf(text, groups, grammar), match.index, at)
  }
  return open
}

export const readCode = (text: string, language: Language): Token[][] => {
  let open: Long | null = null
  return text.split('\n').map((line) => {
    const tokens: Token[] = []
    open = readLine(line, open, grammars[language], tokens)
    return tokens
  })
}
