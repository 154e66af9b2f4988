import * as Y from 'yjs'

// The words are in the document before the editor is asked for, as in a room that is open.
const doc = new Y.Doc()
doc.getXmlFragment('words').insert(
  0,
  window.__words.map((words) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    return paragraph
  }),
)

const root = document.querySelector('#root')
let editor = null
document.querySelector('#write').addEventListener('click', async () => {
  const { open } = await import('./editor.js')
  editor = open(root, doc)
})
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  editor?.destroy()
  editor = null
})
