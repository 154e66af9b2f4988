import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage } from '../src/memory.ts'
import { updateFrame } from '../src/protocol.ts'
import type { TestClient } from '../src/testing/client.ts'
import { createWire, type Wire } from '../src/testing/wire.ts'
import type { NewEntry } from '../src/types.ts'

const deep = (): Uint8Array => {
  const doc = new Y.Doc()
  let update = new Uint8Array()
  doc.on('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)))
  doc.transact(() => {
    let map = doc.getMap<unknown>('map')
    for (let depth = 0; depth < 500; depth += 1) {
      const inner = new Y.Map<unknown>()
      map.set('in', inner)
      map = inner
    }
  })
  return update
}

/** Everything that waits on the way to the server, and nothing on the way back: one turn for all of it. */
const carryUp = (...clients: readonly TestClient[]) => {
  for (const client of clients) while (client.carry('up'));
}

const house = async (names: readonly string[]) => {
  const rows: NewEntry[] = []
  const storage = memoryStorage()
  const append: typeof storage.append = (entries) => {
    rows.push(...entries)
    return storage.append(entries)
  }
  const wire = createWire({ storage: { ...storage, append } })
  const clients = names.map((name) => wire.client(name))
  await wire.flush()
  return { wire, rows, clients: clients as [TestClient, TestClient, TestClient] }
}

/** As the log alone has it. */
const logged = async ({ storage }: Wire): Promise<string> => {
  const { whole, tail } = await storage.since('room', 0)
  const doc = new Y.Doc()
  for (const { bytes } of whole ? [whole, ...tail] : tail) Y.applyUpdate(doc, bytes)
  return doc.getText('text').toString()
}

const updatesOf = (client: TestClient, since: number) => client.heard.slice(since).filter((frame) => frame[0] === 0 && frame[1] === 2)

describe('[T4] what came in one turn', () => {
  it('is one transaction and one frame, and each hand has its own rows', async () => {
    const { wire, rows, clients } = await house(['aigerim', 'daulet', 'madina'])
    const [a, b, c] = clients
    a.type('one ')
    await wire.flush()
    const heard = c.heard.length
    rows.length = 0
    a.type('two ')
    b.type('three ')
    a.type('four')
    carryUp(a, b)
    await wire.flush()
    expect(updatesOf(c, heard)).toHaveLength(1)
    expect(rows.map(({ person }) => person)).toEqual(['aigerim', 'daulet'])
    expect(new Set([a.text, b.text, c.text, await logged(wire)])).toEqual(new Set([a.text]))
    expect([a.text.length, a.kept, b.kept]).toEqual(['one two three four'.length, 3, 1])
  })

  it('what is written and deleted in it is gone for everybody, and the log knows who did which', async () => {
    const { wire, rows, clients } = await house(['aigerim', 'daulet', 'madina'])
    const [a, b, c] = clients
    a.type('gone')
    carryUp(a)
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), b)
    b.doc.getText('text').delete(0, 4)
    carryUp(b)
    await wire.flush()
    expect([a.text, b.text, c.text, await logged(wire)]).toEqual(['', '', '', ''])
    expect(rows.map(({ person }) => person)).toEqual(['aigerim', 'daulet'])
  })

  it('what comes twice is one row and two receipts', async () => {
    const { wire, rows, clients } = await house(['aigerim', 'daulet'])
    const [a, b] = clients
    b.type('b')
    a.type('once')
    const twice = updateFrame(Y.encodeStateAsUpdate(a.doc))
    a.send(twice)
    a.send(twice)
    carryUp(a, b)
    await wire.flush()
    expect(rows.filter(({ person }) => person === 'aigerim')).toHaveLength(1)
    expect([a.saved, b.text.length, await logged(wire)]).toEqual([4, 5, b.text])
  })

  it('a frame that breaks the rules closes its sender; those before and after it count', async () => {
    const { wire, clients } = await house(['aigerim', 'villain', 'madina'])
    const [a, villain, c] = clients
    a.type('before ')
    await wire.flush()
    a.type('between ')
    carryUp(a)
    const foreign = new Y.Doc()
    Y.applyUpdate(foreign, Y.encodeStateAsUpdate(a.doc))
    foreign.clientID = a.doc.clientID
    foreign.getText('text').insert(0, 'forged ')
    villain.type('unheard ')
    villain.send(updateFrame(Y.encodeStateAsUpdate(foreign)))
    villain.type('too late ')
    carryUp(villain)
    c.type('after')
    carryUp(c)
    await wire.flush()
    expect([a.closes, c.closes, villain.closes.map(({ code }) => code)]).toEqual([[], [], [4400]])
    expect(c.text).not.toMatch(/forged|too late/)
    expect(c.text).toMatch(/between/)
    expect(new Set([a.text, c.text, await logged(wire)])).toEqual(new Set([c.text]))
    expect([a.kept, c.kept]).toEqual([2, 1])
  })

  it('[E8] what poisons the document is forgotten, and only its sender notices', async () => {
    const { wire, clients } = await house(['aigerim', 'villain', 'madina'])
    const [a, villain, c] = clients
    a.type('before ')
    carryUp(a)
    villain.send(updateFrame(deep()))
    carryUp(villain)
    c.type('after')
    carryUp(c)
    await wire.flush()
    expect([a.closes, c.closes, villain.closes.map(({ code }) => code)]).toEqual([[], [], [4400]])
    expect(new Set([a.text, c.text, await logged(wire)])).toEqual(new Set([a.text]))
    expect([a.text.length, a.kept, c.kept]).toEqual(['before after'.length, 1, 1])
    const late = wire.client('late')
    await wire.flush()
    expect([late.text, late.doc.getMap('map').size]).toEqual([a.text, 0])
  })

  it('a word that builds on words nobody here has is asked for, and nothing of it is kept meanwhile', async () => {
    const { wire, rows, clients } = await house(['aigerim', 'daulet', 'madina'])
    const [a, b, c] = clients
    // What daulet has heard from somebody whom the server never heard.
    const stranger = new Y.Doc()
    stranger.getText('text').insert(0, 'unknown')
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(stranger), b)
    a.type('a')
    b.type('!', 7)
    carryUp(a, b)
    wire.turn()
    await wire.flush()
    expect(new Set([a.text, b.text, c.text, await logged(wire)])).toEqual(new Set([b.text]))
    expect(b.text).toMatch(/unknown!/)
    expect([b.kept, b.closes, rows.length]).toEqual([1, [], 2])
  })

  it('whoever leaves at once has said it; whose right ends before it is read has not', async () => {
    const { wire, clients } = await house(['aigerim', 'daulet', 'madina'])
    const [a, b, c] = clients
    a.type('said')
    b.type('too late')
    carryUp(a, b)
    a.cut()
    await wire.hub.reask(
      ({ person }) => person === 'daulet',
      async () => 'read',
    )
    await wire.flush()
    expect([c.text, await logged(wire), b.kept, b.right]).toEqual(['said', 'said', 0, 'read'])
  })

  it('[R2] whatever else a browser says is heard after what it wrote', async () => {
    const { wire, clients } = await house(['aigerim', 'daulet', 'madina'])
    const [a, b] = clients
    a.type('first ')
    carryUp(a)
    const late = wire.client('late')
    await Promise.resolve()
    b.repeat()
    carryUp(b)
    await wire.flush()
    expect([late.text, b.text, b.saved]).toEqual(['first ', 'first ', 2])
  })
})
