import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { Outbox } from '../src/outbox.ts'
import { Receipts } from '../src/receipts.ts'
import { memoryLocalStore } from '../src/testing/local.ts'
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

it('many rows of a device become one at leisure, and what another tab has added stays', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const store = memoryLocalStore()
  const words = (text: string) => {
    const doc = new Y.Doc()
    doc.getText(text).insert(0, text)
    return Y.encodeStateAsUpdate(doc)
  }
  const mark = { lineage: null, own: null }
  await store.append('room', words('one'), mark)
  await store.append('room', words('two'), mark)
  const doc = new Y.Doc()
  const outbox = new Outbox({ room: 'room', doc, receipts: new Receipts(doc.clientID), store, send: () => {}, changed: () => {} })
  await outbox.load()
  expect(store.updates).toHaveLength(2)
  const theirs = words('of another tab')
  await store.append('room', theirs, mark)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(store.updates).toEqual([theirs, Y.encodeStateAsUpdate(doc)])
  const again = new Y.Doc()
  for (const update of store.updates) Y.applyUpdate(again, update)
  expect(['one', 'two', 'of another tab'].map((name) => `${again.getText(name)}`)).toEqual(['one', 'two', 'of another tab'])
  await outbox.close()
})

it('what others write is kept together, a moment later; an own word takes along what stands before it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const store = memoryLocalStore()
  const append = vi.spyOn(store, 'append')
  const doc = new Y.Doc()
  const outbox = new Outbox({ room: 'room', doc, receipts: new Receipts(doc.clientID), store, send: () => {}, changed: () => {} })
  const far = new Y.Doc()
  far.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, far))
  doc.on('update', (update: Uint8Array, origin: unknown) => outbox.take(update, origin !== far))
  const kept = () => {
    const held = new Y.Doc()
    for (const update of store.updates) Y.applyUpdate(held, update)
    return [append.mock.calls.length, `${held.getText('text')}`]
  }
  for (const letter of 'abc') {
    far.getText('text').insert(0, letter)
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(kept()).toEqual([0, ''])
  await vi.advanceTimersByTimeAsync(150)
  expect(kept()).toEqual([1, 'cba'])
  far.getText('text').insert(0, 'd')
  doc.getText('text').insert(0, 'mine ')
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toEqual([2, 'mine dcba'])
  far.getText('text').insert(0, 'last ')
  await outbox.close()
  expect(kept()).toEqual([3, `${doc.getText('text')}`])
})

it('between the frames of something that moves a browser has no pause long enough', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const pauses = [8, 14, 49]
  let asked = 0
  vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => {
    const left = pauses[asked++] ?? 49
    setTimeout(() => work({ didTimeout: false, timeRemaining: () => left }), 16)
    return asked
  })
  vi.stubGlobal('cancelIdleCallback', () => {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const store = memoryLocalStore()
  for (const text of ['one', 'two']) {
    const doc = new Y.Doc()
    doc.getText(text).insert(0, text)
    await store.append('room', Y.encodeStateAsUpdate(doc), { lineage: null, own: null })
  }
  const doc = new Y.Doc()
  const outbox = new Outbox({ room: 'room', doc, receipts: new Receipts(doc.clientID), store, send: () => {}, changed: () => {} })
  await outbox.load()
  await vi.advanceTimersByTimeAsync(5_000 + 2 * 16)
  expect(store.updates).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(16)
  expect(store.updates).toHaveLength(1)
  expect(asked).toBe(3)
  await outbox.close()
})
