import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Outbox } from '../src/outbox.ts'
import { Receipts } from '../src/receipts.ts'
import { breath } from '../src/testing/wire.ts'

it('a change that is made the moment another has gone out goes out too', async () => {
  const doc = new Y.Doc()
  const sent: number[] = []
  let more = 3
  const again = () => {
    if ((more -= 1) > 0) doc.getText('text').insert(0, 'again ')
  }
  const outbox = new Outbox({
    room: 'room',
    doc,
    receipts: new Receipts(doc.clientID),
    store: null,
    send: (_, made) => {
      sent.push(made)
      // Whoever waited for it writes on at once: before the way out has been seen to be free.
      void Promise.resolve().then(again)
    },
    changed: () => {},
  })
  doc.on('update', (update: Uint8Array) => outbox.take(update, true))
  doc.getText('text').insert(0, 'first ')
  await breath()
  expect([sent, outbox.idle]).toEqual([[1, 2, 3], true])
})
