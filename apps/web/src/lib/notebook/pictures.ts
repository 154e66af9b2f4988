import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Pictures among what was pasted or dropped; what has words too is words: a table of a spreadsheet brings a picture of itself along. */
const picturesOf = (data: DataTransfer | null): File[] =>
  data === null || data.types.includes('text/html') ? [] : [...data.files].filter(({ type }) => type.startsWith('image/'))

interface Sending {
  /** Its id, once it is on the shelf. @throws {Error} with a sentence to show */
  readonly send: (file: File) => Promise<string>
  /** How many are on their way, and what went wrong last; '' nothing. */
  readonly tell: (under: number, problem: string) => void
}

/** A picture that is pasted or dropped on the page is sent to the shelf, and stands where the hand was once it is there. */
export const takesPictures = ({ send, tell }: Sending): Plugin => {
  let under = 0
  const put = async (view: EditorView, file: File) => {
    under += 1
    tell(under, '')
    let problem = ''
    try {
      const fileId = await send(file)
      const picture = view.state.schema.nodes['picture']
      if (!view.isDestroyed && picture) view.dispatch(view.state.tr.replaceSelectionWith(picture.create({ fileId })).scrollIntoView())
    } catch (why) {
      problem = why instanceof Error ? why.message : ''
    }
    under -= 1
    tell(under, problem)
  }
  const takeAll = (view: EditorView, data: DataTransfer | null): boolean => {
    const files = picturesOf(data)
    if (files.length === 0) return false
    // One after the other, so that they stand as they were given.
    void files.reduce((before, file) => before.then(() => put(view, file)), Promise.resolve())
    return true
  }
  return new Plugin({
    props: {
      handlePaste: (view, event) => takeAll(view, event.clipboardData),
      // What is carried about within the page is the editor's own.
      handleDrop: (view, event, _, moved) => !moved && takeAll(view, event.dataTransfer),
    },
  })
}
