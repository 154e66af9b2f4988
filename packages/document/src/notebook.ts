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
