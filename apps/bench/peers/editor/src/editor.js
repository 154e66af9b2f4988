import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'

export const open = (element, doc) =>
  new Editor({
    element,
    autofocus: 'end',
    extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: doc, field: 'words' })],
  })
