import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '../src/inspect.ts'
import { limits } from '../src/limits.ts'
import { inParts } from '../src/parts.ts'
import { randomFrom } from '../src/testing/random.ts'

/** Takes the parts as a server does that keeps nothing which waits for more. */
const take = (parts: readonly Uint8Array[], doc = new Y.Doc()) => {
  for (const part of parts) {
    inspectUpdate(part, limits)
    Y.applyUpdate(doc, part)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  return doc
}
const read = (doc: Y.Doc) => [doc.getMap('map').toJSON(), doc.getText('text').toDelta(), doc.getArray('list').toJSON()]

describe('an update in parts', () => {
  it('[K19] what is short enough stays as it is', () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'шебер')
    const update = Y.encodeStateAsUpdate(doc)
    expect(inParts(update)).toEqual([update])
  })

  it('[K19] a text of a million letters comes in parts, no letter torn', () => {
    const doc = new Y.Doc()
    const letters = 'қ😀'.repeat(333_334)
    doc.getText('text').insert(0, letters)
    const parts = inParts(Y.encodeStateAsUpdate(doc), 10_000)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(10_100)
    expect(take(parts).getText('text').toString()).toBe(letters)
  })

  it('[K19] a value that cannot be parted goes alone', () => {
    const doc = new Y.Doc()
    doc.getMap('map').set('a', 'x'.repeat(1_000))
    doc.getMap('map').set('b', new Uint8Array(5_000))
    doc.getMap('map').set('c', 1)
    const parts = inParts(Y.encodeStateAsUpdate(doc), 500)
    expect(read(take(parts))).toEqual(read(doc))
  })

  it('[K19] holes, which only others make, are left to the server to refuse', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let at = 0; at < 3; at += 1) doc.getText('text').insert(0, 'x'.repeat(100))
    const holed = Y.mergeUpdates([updates[0], updates[2]].filter((one) => one !== undefined))
    expect(inParts(holed, 50)).toEqual([holed])
  })

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    '[K19] several hands, written among each other: no part needs a later one (%i)',
    (seed) => {
      const { below } = randomFrom(seed)
      const docs = Array.from({ length: 3 }, (_, at) => {
        const doc = new Y.Doc()
        doc.clientID = at + 1
        return doc
      })
      const known = new Y.Doc()
      for (let step = 0; step < 120; step += 1) {
        const doc = docs[below(3)] ?? known
        const text = doc.getText('text')
        const list = doc.getArray<Y.Map<unknown> | string>('list')
        const deed = below(6)
        if (deed === 0) text.insert(below(text.length + 1), 'шебер 😀 '.repeat(1 + below(8)))
        else if (deed === 1 && text.length > 4) text.delete(below(text.length - 3), 2)
        else if (deed === 2) doc.getMap('map').set(`k${below(5)}`, step)
        else if (deed === 3) list.insert(below(list.length + 1), [new Y.Map([['a', step]]), 'x'])
        else if (deed === 4 && list.length > 0) {
          const one = list.get(below(list.length))
          if (one instanceof Y.Map) one.set(`k${below(3)}`, new Y.Text('а'.repeat(20)))
        } else Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[below(3)] ?? known, Y.encodeStateVector(doc)))
        // The server has seen the beginning.
        if (step === 30) Y.applyUpdate(known, Y.encodeStateAsUpdate(doc))
      }
      const all = new Y.Doc()
      for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
      const whole = inParts(Y.encodeStateAsUpdate(all), 200)
      expect(whole.length).toBeGreaterThan(3)
      expect(read(take(whole))).toEqual(read(all))
      expect(read(take(inParts(Y.encodeStateAsUpdate(all, Y.encodeStateVector(known)), 200), known))).toEqual(read(all))
    },
  )
})
