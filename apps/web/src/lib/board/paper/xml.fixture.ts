/** For tests: a reader of XML that forgives nothing. Throws at whatever is not well-formed. */

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const attribute = /\s+([\w:-]+)="([^"<]*)"/y
const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y
const allowed = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ud800-\udbff][\udc00-\udfff])*$/
const entity = /&(?:amp|lt|gt|quot|#39);/g

const unescaped = (text: string) => {
  if (text.replace(entity, '').includes('&')) throw new Error(`A bare & in ${text.slice(0, 60)}`)
  const letters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return text.replace(entity, (one) => letters[one] ?? one)
}

export const readXml = (source: string): Element => {
  if (!allowed.test(source)) throw new Error('A character that XML has no place for')
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
  if (!source.startsWith(declaration)) throw new Error('No declaration')
  const top: { name: string; attributes: Record<string, string>; children: (Element | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [top]
  let at = declaration.length
  while (at < source.length) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next < 0 ? undefined : next)
    if (text) open.at(-1)?.children.push(unescaped(text))
    if (next < 0) break
    tag.lastIndex = next
    const [whole, end, name = '', inner = '', alone] = tag.exec(source) ?? []
    if (whole === undefined) throw new Error(`No tag: ${source.slice(next, next + 80)}`)
    at = next + whole.length
    if (end) {
      if (open.length < 2 || open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const attributes: Record<string, string> = {}
    attribute.lastIndex = 0
    for (let one = attribute.exec(inner); one; one = attribute.exec(inner)) {
      const [, key = '', value = ''] = one
      if (key in attributes) throw new Error(`${key} stands twice in <${name}>`)
      attributes[key] = unescaped(value)
    }
    const element = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    if (!alone) open.push(element)
  }
  const roots = top.children.filter((child) => typeof child !== 'string')
  const [root] = roots
  if (open.length !== 1 || roots.length !== 1 || !root) throw new Error('Not one whole element')
  return root
}

export const everyElement = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child))),
]

export const wordsOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')
