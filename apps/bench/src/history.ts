import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import * as Y from 'yjs'
import { root } from './load/letter.ts'

/** A real text as it was written (data/README.md), ready to be sent by one author. */
export interface History {
  readonly author: number
  readonly text: string
  readonly edits: number
  readonly frames: readonly { readonly update: Uint8Array; readonly clock: number }[]
  /** The clock after the last letter. */
  readonly clock: number
}

interface Recorded {
  readonly endContent: string
  readonly txns: readonly { readonly patches: readonly (readonly [at: number, removed: number, inserted: string])[] }[]
}

const editsPerFrame = 500
const path = new URL('../data/automerge-paper.json.gz', import.meta.url)

export const readHistory = async (): Promise<History> => {
  const { endContent, txns } = JSON.parse((await promisify(gunzip)(await readFile(path))).toString()) as Recorded
  const edits = txns.flatMap(({ patches }) => patches)
  const doc = new Y.Doc()
  const text = doc.getText(root)
  const frames: { update: Uint8Array; clock: number }[] = []
  doc.on('update', (update: Uint8Array) => frames.push({ update, clock: Y.getState(doc.store, doc.clientID) }))
  for (let at = 0; at < edits.length; at += editsPerFrame) {
    doc.transact(() => {
      for (const [position, removed, inserted] of edits.slice(at, at + editsPerFrame)) {
        if (removed > 0) text.delete(position, removed)
        if (inserted) text.insert(position, inserted)
      }
    })
  }
  if (text.toString() !== endContent) throw new Error('The history does not end in its own text')
  return { author: doc.clientID, text: endContent, edits: edits.length, frames, clock: Y.getState(doc.store, doc.clientID) }
}
