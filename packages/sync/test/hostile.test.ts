import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '../src/inspect.ts'
import { limits } from '../src/limits.ts'
import { awarenessFrame, ProtocolError, readFrame, step1Frame, step2Frame, updateFrame } from '../src/protocol.ts'
import { randomFrom } from '../src/testing/random.ts'
import { createWire } from '../src/testing/wire.ts'

const bytes = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const uints = (...values: number[]) => bytes((encoder) => values.forEach((value) => encoding.writeVarUint(encoder, value)))
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const changeOf = (change: (doc: Y.Doc) => void, doc = new Y.Doc()) => {
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}
const anUpdate = changeOf((doc) => {
  doc.getText('text').insert(0, 'сәлем, world', { bold: true })
  doc.getMap('map').set(
    'note',
    new Y.Map<unknown>([
      ['g', [1, 2.5, null, { deep: ['x'] }]],
      ['blob', Uint8Array.of(1, 2)],
    ]),
  )
  doc.getText('text').delete(2, 3)
  doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p')])
  doc.getText('text').insertEmbed(0, { image: 'a.png' })
})

const classroom = async () => {
  const wire = createWire({ limits: { nestingMax: 20 } })
  const a = wire.client('aigerim')
  const b = wire.client('daulet')
  const villain = wire.client('villain')
  await wire.flush()
  return { wire, a, b, villain }
}

/** One bad frame: its sender is closed with 4400, and everybody else goes on as if nothing had happened. */
const isBad = async (frame: Uint8Array | ((all: Awaited<ReturnType<typeof classroom>>) => Uint8Array)) => {
  const all = await classroom()
  const { wire, a, b, villain } = all
  a.type('before ')
  await wire.flush()
  const rows = (await wire.storage.since('room', 0)).tail.length
  villain.send(typeof frame === 'function' ? frame(all) : frame)
  await wire.flush()
  expect(villain.closes.map(({ code }) => code)).toEqual([4400])
  b.type('after')
  await wire.flush()
  expect([a.text, b.text, a.closes, b.closes]).toEqual(['before after', 'before after', [], []])
  expect((await wire.storage.since('room', 0)).tail).toHaveLength(rows + 1)
  const late = wire.client('late')
  await wire.flush()
  expect(late.text).toBe('before after')
}

describe('what no honest client sends', () => {
  it('[E1] an update that Yjs makes is read as it is', () => {
    const found = inspectUpdate(anUpdate, limits)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, anUpdate)
    expect(found.inserts.map(({ client, to }) => [client, to])).toEqual([...Y.decodeStateVector(Y.encodeStateVector(doc))])
    expect([...found.roots].sort()).toEqual(['map', 'text', 'xml'])
    expect([found.types, found.gap, found.deletes.length > 0]).toEqual([2, false, true])
  })

  it('[E1] random documents are read to the end, whole and merged', () => {
    const random = randomFrom(7)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let step = 0; step < 400; step += 1) {
      const text = doc.getText('text')
      if (random.chance(0.3) && text.length > 3) text.delete(random.below(text.length - 2), 2)
      else if (random.chance(0.5)) text.insert(random.below(text.length + 1), random.one(['a', 'ә', '😀', 'long words']))
      else doc.getArray('list').insert(0, [random.one<unknown>([1, -5, 1.5, 2 ** 40, true, null, 'x', [1, [2]], { a: { b: undefined } }])])
    }
    for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)])
      expect(() => inspectUpdate(update, limits)).not.toThrow()
  })

  it.each([
    ['nothing', Uint8Array.of()],
    ['an unknown kind', Uint8Array.of(9)],
    ['an unknown sync kind', Uint8Array.of(0, 3, 0)],
    ['a receipt, which only the server gives', Uint8Array.of(4, 1)],
    ['half a number', Uint8Array.of(128)],
    ['an overlong number', join(Uint8Array.of(128, 0, 2), uints(anUpdate.length), anUpdate)],
    ['an endless number', Uint8Array.from({ length: 40 }, () => 255)],
    ['a length beyond the end', Uint8Array.of(0, 2, 255, 255, 255, 127)],
    ['a terabyte', join(Uint8Array.of(0, 2), uints(2 ** 40))],
    ['something after the end', join(updateFrame(anUpdate), Uint8Array.of(0))],
    ['a state vector that lies about its length', step1Frame(uints(2 ** 31))],
    ['awareness that lies about its count', join(Uint8Array.of(1), uints(5), uints(2 ** 32))],
    ['letters that are not UTF-8', updateFrame(join(uints(1, 1, 5, 0), Uint8Array.of(4), uints(1, 2), Uint8Array.of(0xff, 0xfe)))],
  ])('[E2] a frame with %s closes its sender', async (_, frame) => isBad(frame))

  const structs = (client: number, clock: number, ...body: Uint8Array[]) => updateFrame(join(uints(1, 1, client, clock), ...body, uints(0)))
  it.each([
    ['a billion structs', updateFrame(uints(1, 2 ** 30, 5, 0))],
    ['an empty struct', structs(5, 0, Uint8Array.of(0), uints(0))],
    ['an empty text', structs(5, 0, Uint8Array.of(4), uints(1, 4), new TextEncoder().encode('text'), uints(0))],
    ['a struct that refers to itself', structs(5, 7, Uint8Array.of(128 | 4), uints(5, 7), uints(1), new TextEncoder().encode('x'))],
    ['a clock beyond all documents', structs(5, 2 ** 50, Uint8Array.of(0), uints(9))],
    ['a subdocument', structs(5, 0, Uint8Array.of(9), uints(1, 4), new TextEncoder().encode('text'), uints(1, 103), Uint8Array.of(118, 0))],
    ['an unknown kind of content', structs(5, 0, Uint8Array.of(31), uints(1, 4), new TextEncoder().encode('text'), uints(1))],
    [
      'a value nested a thousand deep',
      structs(
        5,
        0,
        Uint8Array.of(8),
        uints(1, 4),
        new TextEncoder().encode('text'),
        uints(1),
        Uint8Array.from({ length: 2_000 }, (_, at) => (at % 2 ? 1 : 117)),
        Uint8Array.of(126),
      ),
    ],
    [
      'one client twice',
      updateFrame(join(uints(2, 1, 5, 0), Uint8Array.of(0), uints(1), uints(1, 5, 1), Uint8Array.of(0), uints(1), uints(0))),
    ],
  ])('[E3] an update with %s closes its sender', async (_, frame) => isBad(frame))

  it('[E3] every prefix of an honest frame closes its sender or says nothing', async () => {
    const frame = updateFrame(anUpdate)
    for (let length = 0; length < frame.length; length += 1) expect(() => readFrame(frame.slice(0, length))).toThrow(ProtocolError)
    for (let length = 0; length < anUpdate.length; length += 1)
      expect(() => inspectUpdate(anUpdate.slice(0, length), limits)).toThrow(ProtocolError)
  })

  it('[E3] 20,000 random mutations: a ProtocolError or findings, and nothing else', () => {
    const random = randomFrom(11)
    let refused = 0
    for (let run = 0; run < 20_000; run += 1) {
      const mutated = anUpdate.slice()
      for (let bytes = 1 + random.below(4); bytes > 0; bytes -= 1) mutated[random.below(mutated.length)] = random.below(256)
      try {
        inspectUpdate(mutated, limits)
      } catch (why) {
        if (!(why instanceof ProtocolError)) throw why
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(1_000)
  })

  it('[E4] mutated updates never stop the room or reach its readers', async () => {
    const random = randomFrom(13)
    const { wire, a, b } = await classroom()
    a.type('before ')
    await wire.flush()
    for (let run = 0; run < 300; run += 1) {
      const mutated = anUpdate.slice()
      for (let bytes = 1 + random.below(3); bytes > 0; bytes -= 1) mutated[random.below(mutated.length)] = random.below(256)
      const villain = wire.client(`villain ${run}`)
      villain.send(updateFrame(mutated))
      await wire.flush()
      villain.cut()
      wire.clients.pop()
    }
    b.type('after')
    await wire.flush()
    expect([a.closes, b.closes, a.text]).toEqual([[], [], b.text])
    expect(a.text).toContain('after')
    const late = wire.client('late')
    await wire.flush()
    expect(late.text).toBe(a.text)
  })

  it('[E5] deleting what somebody will only write in future has no effect', async () => {
    const { wire, a, b, villain } = await classroom()
    a.type('x')
    await wire.flush()
    const future = join(uints(0), uints(1, a.doc.clientID, 1, 1, 1_000))
    villain.send(updateFrame(future))
    villain.send(step2Frame(future))
    await wire.flush()
    a.type(' stays')
    await wire.flush()
    expect([a.text, b.text]).toEqual(['x stays', 'x stays'])
  })

  it('[E6] nobody writes under the client id of somebody else', async () => {
    await isBad(({ a }) => {
      const doc = new Y.Doc()
      doc.clientID = a.doc.clientID
      doc.getText('text').insert(0, 'x'.repeat(50))
      return updateFrame(Y.encodeStateAsUpdate(doc))
    })
  })

  it('[E6] what is relayed in the name of somebody who is here waits for them', async () => {
    const { wire, a, b, villain } = await classroom()
    a.show({ cursor: 1 })
    await wire.flush()
    const doc = new Y.Doc()
    doc.clientID = a.doc.clientID
    doc.getText('text').insert(0, 'forged')
    villain.send(step2Frame(Y.encodeStateAsUpdate(doc)))
    await wire.flush()
    a.type('true')
    await wire.flush()
    expect([a.text, b.text]).toEqual(['true', 'true'])
  })

  it('[E7] nobody speaks in the awareness of somebody else, or removes it', async () => {
    const { wire, a, b, villain } = await classroom()
    a.show({ cursor: 1 })
    await wire.flush()
    villain.show({ cursor: 666 }, a.doc.clientID)
    villain.show(null, a.doc.clientID)
    villain.show({ cursor: 2 })
    await wire.flush()
    expect(b.shown.get(a.doc.clientID)).toMatchObject({ cursor: 1, user: { id: 'aigerim' } })
    expect(b.shown.get(villain.doc.clientID)).toMatchObject({ cursor: 2, user: { id: 'villain' } })
    expect(villain.closes).toEqual([])
  })

  it.each([
    ['is larger than awarenessBytesMax', JSON.stringify({ x: 'x'.repeat(9_000) })],
    ['is nested too deeply', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
    ['is not JSON', '{'],
    ['is no object', '[1]'],
  ])('[E7] awareness that %s is shown to nobody', async (_, json) => {
    const { wire, b, villain } = await classroom()
    villain.send(awarenessFrame([{ client: villain.doc.clientID, clock: 5, json }]))
    await wire.flush()
    expect([...b.shown]).toEqual([])
  })

  it('[E7] one connection speaks for no more than clientsPerPeerMax client ids', async () => {
    const { wire, b, villain } = await classroom()
    villain.send(awarenessFrame(Array.from({ length: 500 }, (_, at) => ({ client: at + 1, clock: 1, json: '{}' }))))
    await wire.flush()
    expect(b.shown.size).toBe(limits.clientsPerPeerMax)
  })

  it('[E8] types nested too deeply are forgotten, and only their sender notices', async () => {
    await isBad(
      updateFrame(
        changeOf((doc) => {
          let map = doc.getMap<unknown>('map')
          for (let depth = 0; depth < 2_000; depth += 1) {
            const inner = new Y.Map<unknown>()
            map.set('in', inner)
            map = inner
          }
        }),
      ),
    )
  })

  it('[E9] root types outside of the list are refused where there is a list', async () => {
    const wire = createWire({ roots: () => new Set(['text']) })
    const a = wire.client('aigerim')
    const villain = wire.client('villain')
    await wire.flush()
    villain.doc.getMap('elsewhere').set('x', 1)
    await wire.flush()
    expect(villain.closes).toEqual([{ code: 4400, reason: 'root type elsewhere is not of this document' }])
    a.type('fine')
    await wire.flush()
    expect(a.kept).toBe(1)
  })

  it('[E10] a reader changes nothing by any kind of frame', async () => {
    const { wire, a, b } = await classroom()
    const reader = wire.client('guest', { may: 'read' })
    a.type('kept')
    await wire.flush()
    const rows = (await wire.storage.since('room', 0)).tail.length
    const removal = join(uints(0), uints(1, a.doc.clientID, 1, 0, 4))
    for (const frame of [updateFrame(anUpdate), step2Frame(anUpdate), updateFrame(removal), step2Frame(removal)]) reader.send(frame)
    reader.show({ user: { id: 'aigerim' } }, a.doc.clientID)
    await wire.flush()
    expect([a.text, b.text, (await wire.storage.since('room', 0)).tail.length]).toEqual(['kept', 'kept', rows])
    expect(b.shown.get(a.doc.clientID)).toBeUndefined()
  })
})
