import type { Editor } from './editor.ts'

type Lay = (editor: Editor) => boolean

let lay: Lay = () => false

/** It comes with the tools. */
export const joinLaying = (come: Lay) => {
  lay = come
}

/** For whoever has no pointer to show a place: does what the tool in hand is for, where it covers nothing. False where it has no such use. */
export const layHere = (editor: Editor): boolean => lay(editor)
