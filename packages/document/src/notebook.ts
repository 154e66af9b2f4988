import * as Y from 'yjs'
import { readBody, wordsOfBody, type Body } from './body.ts'

/**
 * The document of one page of an engineering notebook: what was done on a day, written by many hands.
 *
 *   body      Y.XmlFragment, the editor's own
 *
 * Its day, its title and who has signed it are rows: they are decided, and not typed.
 */

/** All there may be: whoever writes anything else is turned away at the door. */
export const notebookRoots: ReadonlySet<string> = new Set(['body'])

/** The newest shape of it. */
export const pageVersion = 1

/** What the editor writes into. */
export const pageBody = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')

export const readPage = (doc: Y.Doc): Body => readBody(pageBody(doc))

/** A picture, a formula or a table without a word is something too; lines without any are not. */
const holdsMore: ReadonlySet<string> = new Set(['picture', 'formula', 'table', 'horizontalRule'])

/** Nobody has written anything yet: an editor leaves empty lines behind. */
export const isBlank = (body: Body): boolean =>
  body.every((part) => ('text' in part ? part.text.trim() === '' : !holdsMore.has(part.name) && isBlank(part.content)))

/** Its words in one line, for lists, for cards and for finding; not more letters than are asked for. */
export const linedWords = (body: Body, lettersMax: number): string => wordsOfBody(body).replace(/\s+/g, ' ').trim().slice(0, lettersMax)

/**
 * Begins a page with the questions that it answers: a heading for each, and a line below it. Only what nobody has written on
 * is begun so; returns whether it was.
 */
export const putQuestions = (doc: Y.Doc, questions: readonly string[], origin: unknown = null): boolean => {
  const body = pageBody(doc)
  if (!isBlank(readBody(body))) return false
  doc.transact(() => {
    // The empty lines that an open editor has put there.
    body.delete(0, body.length)
    const blocks = questions.flatMap((question) => {
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', 2 as unknown as string)
      heading.insert(0, [new Y.XmlText(question)])
      return [heading, new Y.XmlElement('paragraph')]
    })
    body.insert(0, blocks)
  }, origin)
  return true
}

const blocksOf = (body: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] =>
  body.toArray().filter((one) => one instanceof Y.XmlElement || one instanceof Y.XmlText)
const readBlocks = (blocks: readonly (Y.XmlElement | Y.XmlText)[]): Body => {
  const alone = new Y.Doc().getXmlFragment('body')
  alone.insert(
    0,
    blocks.map((block) => block.clone()),
  )
  return readBody(alone)
}

/** Of a page with words that came too late: the blocks in which it is another than the page they came to. A block is a line, a list, a table. */
const lateBlocks = (page: Y.Doc, late: Y.Doc): (Y.XmlElement | Y.XmlText)[] => {
  const said = (block: Y.XmlElement | Y.XmlText) => JSON.stringify(readBlocks([block]))
  const known = Map.groupBy(blocksOf(pageBody(page)).map(said), (one) => one)
  return blocksOf(pageBody(late)).filter((block) => !isBlank(readBlocks([block])) && !known.get(said(block))?.pop())
}

/** The page as its latecomer knows it, by itself: their words upon what stands there. */
export const withLate = (page: Y.Doc, update: Uint8Array): Y.Doc => {
  const late = new Y.Doc()
  Y.applyUpdate(late, Y.encodeStateAsUpdate(page))
  Y.applyUpdate(late, update)
  return late
}

/** What of it is not on the page, in reading order; empty: whoever was late has only taken something away. */
export const readLate = (page: Y.Doc, late: Y.Doc): Body => readBlocks(lateBlocks(page, late))

/** Puts it on another page, below what stands there. */
export const carryLate = (page: Y.Doc, late: Y.Doc, to: Y.Doc): void => {
  const body = pageBody(to)
  to.transact(() => {
    if (isBlank(readBody(body))) body.delete(0, body.length)
    body.insert(
      body.length,
      lateBlocks(page, late).map((block) => block.clone()),
    )
  })
}
