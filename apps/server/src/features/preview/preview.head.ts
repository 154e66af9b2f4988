/** What a page says of itself for others to show. */
export interface Head {
  readonly title: string | null
  readonly description: string
  /** As it stands there: an address that may be relative. */
  readonly picture: string | null
}

const tagLettersMax = 4_096
const metaMax = 300

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', laquo: '«', raquo: '»' }
const others: Readonly<Record<string, string>> = { ndash: '–', mdash: '—', hellip: '…', middot: '·', bull: '•', copy: '©', reg: '®' }

const signOf = (code: number) => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '')

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return signOf(Number(decimal))
    if (hex) return signOf(Number.parseInt(hex, 16))
    return named[name ?? ''] ?? others[name ?? ''] ?? whole
  })

/** A line for people: no signs that draw nothing, none that turn the writing round. */
const line = (text: string, lettersMax: number): string => {
  const plain = withoutEntities(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{DI}]/gu, '')
    .trim()
  const letters = [...plain]
  return letters.length <= lettersMax
    ? plain
    : `${letters
        .slice(0, lettersMax - 1)
        .join('')
        .trimEnd()}…`
}

const attribute = /([a-z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(tag.matchAll(attribute), ([, name = '', ...values]) => [name.toLowerCase(), values.find((v) => v !== undefined) ?? '']),
  )

const endOfTag = /(?:[^"'>]|"[^"]*"|'[^']*')*>/y
const wholeTag = (html: string, from: number): string => {
  const piece = html.slice(from, from + tagLettersMax)
  endOfTag.lastIndex = 0
  return endOfTag.exec(piece)?.[0] ?? ''
}

/** Goes through the head once, from left to right. Nothing in it is run, and nothing after it is looked at. */
export const readHead = (html: string): Head => {
  const said = new Map<string, string>()
  const lower = html.toLowerCase()
  let metas = 0
  for (let at = lower.indexOf('<'); at !== -1; at = lower.indexOf('<', at + 1)) {
    const [, name = ''] = /^<(!--|[a-z]+)/.exec(lower.slice(at, at + 10)) ?? []
    if (name === 'body') break
    if (name === '!--' || name === 'script' || name === 'style' || name === 'noscript') {
      const end = lower.indexOf(name === '!--' ? '-->' : `</${name}`, at)
      if (end === -1) break
      at = end
    } else if (name === 'title' && !said.has('title')) {
      const begin = lower.indexOf('>', at)
      const end = lower.indexOf('</title', begin)
      if (begin === -1 || end === -1) break
      said.set('title', html.slice(begin + 1, Math.min(end, begin + tagLettersMax)))
      at = end
    } else if (name === 'meta' && (metas += 1) <= metaMax) {
      const attributes = attributesOf(wholeTag(html, at))
      const key = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase()
      const content = attributes.get('content') ?? ''
      if (key && content && !said.has(`meta ${key}`)) said.set(`meta ${key}`, content)
    }
  }
  const first = (...keys: string[]) => keys.map((key) => said.get(key)).find((text) => text?.trim()) ?? ''
  return {
    title: line(first('meta og:title', 'meta twitter:title', 'title'), 200) || null,
    description: line(first('meta og:description', 'meta twitter:description', 'meta description'), 300),
    picture: withoutEntities(first('meta og:image:secure_url', 'meta og:image', 'meta twitter:image')).trim() || null,
  }
}
