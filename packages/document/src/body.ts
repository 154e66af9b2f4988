import { idPattern } from '@sheber/contract/plain'
import * as Y from 'yjs'
import { asString } from './kit.ts'

/**
 * Rich text as its editor keeps it: a Y.XmlFragment whose elements are named after the editor's nodes and whose runs of
 * text carry marks. Read here without an editor, for whoever only shows it: a reader, a review, an export.
 */

export const blockNames = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'picture',
  'formula',
  'horizontalRule',
  'hardBreak',
] as const
export type BlockName = (typeof blockNames)[number]

export const markNames = ['bold', 'italic', 'code', 'link', 'strike'] as const
export type MarkName = (typeof markNames)[number]

export interface Run {
  readonly text: string
  readonly marks: readonly MarkName[]
  /** Only where `marks` holds `link`, and then an http(s) or mail address or a path of this house. */
  readonly href?: string
}

export interface Block {
  readonly name: BlockName
  /** heading: level; formula: tex; picture: fileId, alt, caption; cells: colspan, rowspan. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly content: readonly (Block | Run)[]
}

export type Body = readonly (Block | Run)[]

/** Blocks within blocks: deeper ones are a joker's, and left out. */
export const depthMax = 24

const safeHref = /^(https?:\/\/|mailto:|\/(?!\/))/i
/** Where a link may lead: the web, a letter, or a page of this house. */
export const isSafeHref = (href: string): boolean => safeHref.test(href)

const readRuns = (text: Y.XmlText | Y.Text): Run[] =>
  (text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const href = (attributes['link'] as { href?: unknown } | undefined)?.href
    const safe = typeof href === 'string' && safeHref.test(href)
    const marks = markNames.filter((name) => attributes[name] && (name !== 'link' || safe))
    return [{ text: insert, marks, ...(safe && { href }) }]
  })

const readAttributes = (element: Y.XmlElement): Block['attributes'] => {
  const known: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(element.getAttributes() as Record<string, unknown>))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') known[name] = value
  return known
}

const readChildren = (of: Y.XmlFragment, depth: number): Body => {
  const found: (Block | Run)[] = []
  for (const child of of.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) found.push(...readRuns(child))
    else if (child instanceof Y.XmlElement && depth < depthMax) {
      const name = blockNames.find((one) => one === child.nodeName)
      const content = readChildren(child, depth + 1)
      // What a newer Sheber has and this one does not: its words are shown, without their form.
      if (name) found.push({ name, attributes: readAttributes(child), content })
      else found.push(...content)
    }
  }
  return found
}

/** Never throws; a body that is none is empty. */
export const readBody = (value: unknown): Body => (value instanceof Y.XmlFragment ? readChildren(value, 0) : [])

/** Files whose pictures stand in it, by their ids. */
export const picturesIn = (body: Body): string[] =>
  body.flatMap((part) => {
    if ('text' in part) return []
    const id = part.name === 'picture' ? asString(part.attributes['fileId']) : ''
    return [...(idPattern.test(id) ? [id] : []), ...picturesIn(part.content)]
  })

const apart: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'tableRow', 'blockquote', 'hardBreak'])

/** Its words alone, a line for each block: for lists, search and comparison. */
export const wordsOfBody = (body: Body): string =>
  body
    .map((part) =>
      'text' in part
        ? part.text
        : `${wordsOfBody(part.content)}${asString(part.attributes['caption'])}${apart.has(part.name) ? '\n' : ' '}`,
    )
    .join('')
