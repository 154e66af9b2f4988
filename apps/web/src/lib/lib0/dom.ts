/** Stands for lib0/dom, of which the editor's binding needs the document alone: the whole brings a checker of schemas along. */
export const doc = globalThis.document
