import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { letterUpdate, root } from './letter.ts'

it('writes what Yjs writes', () => {
  const doc = new Y.Doc()
  doc.clientID = 2_147_483_659
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const text = doc.getText(root)
  for (let clock = 0; clock < 200; clock += 1) text.insert(clock, 'н')
  expect(Array.from({ length: 200 }, (_, clock) => letterUpdate(doc.clientID, clock))).toEqual(made)
})
