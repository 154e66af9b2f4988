import { isDeepStrictEqual } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { amount, isWhole, seed, tell } from '@sheber/dev-env/faults'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { step2Frame } from '../src/protocol.ts'
import { mutated, otherBytes, prefixesOf, singleByteMutations, someBytes } from '../src/testing/mutate.ts'
import { randomFrom } from '../src/testing/random.ts'
import { breath, createWire } from '../src/testing/wire.ts'
import type { Peer, Right } from '../src/types.ts'

vi.setConfig({ testTimeout: 600_000 })

const randomMutations = amount({ slice: 4_000, whole: 200_000 })
const frameMsMax = 5
const heapRiseMax = 64 * 1_048_576
/** So many frames meet one room: what was taken before makes the next ones meaningless. */
const perRoom = 200

/** Two honest people and a room; the same client ids every time, so that recorded frames fit. */
const classroom = async () => {
  const wire = createWire({ limits: { nestingMax: 20, triesAsideMax: Infinity } })
  const a = wire.client('aigerim')
  const b = wire.client('daulet')
  a.doc.clientID = 1_001
  b.doc.clientID = 2_002
  await wire.flush()
  a.type('сәлем')
  // As every browser does: by it the room knows who speaks for a client id.
  a.show({ cursor: [1, 2] })
  b.show({})
  await wire.flush()
  b.doc.getMap('map').set('k', 'v')
  await wire.flush()
  return { wire, a, b }
}

/** A small session as the wire saw it, both ways: every kind of frame, every kind of content. */
const record = async (): Promise<Uint8Array[]> => {
  const { wire, a, b } = await classroom()
  const frames: Uint8Array[] = []
  const villain = wire.client('villain')
  villain.doc.clientID = 3_003
  const send = villain.send.bind(villain)
  villain.send = (frame) => {
    frames.push(frame)
    send(frame)
  }
  villain.join(wire.hub)
  await wire.flush()
  const { doc } = villain
  const text = doc.getText('text')
  const edits = [
    () => text.insert(1, 'ab', { bold: true }),
    () => text.delete(0, 2),
    () => text.insertEmbed(1, { i: 'a' }),
    () => doc.getMap<unknown>('map').set('n', new Y.Map<unknown>([['g', [1, -2.5, null, true, { d: ['x'] }]]])),
    () => doc.getMap<unknown>('map').set('k', Uint8Array.of(1, 2)),
    () => doc.getArray('list').insert(0, [2 ** 40, 'ә']),
    () => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText('t')]),
    () => villain.show({ cursor: [3, 4], user: { id: 'x' } }),
    () => villain.send(step2Frame(Y.encodeStateAsUpdate(doc))),
    () => villain.send(Uint8Array.of(3)),
    () => a.type('!'),
    () => b.show({ cursor: [0, 0] }),
  ]
  for (const edit of edits) {
    edit()
    await wire.flush()
  }
  expect(villain.closes).toEqual([])
  return [...frames, ...villain.heard]
}

const bytesOf = (frames: readonly Uint8Array[]) => frames.reduce((sum, { length }) => sum + length, 0)

interface Verdict {
  frames: number
  closed: number
  slowest: number
  /** Rooms that a newcomer reads in another order than those who were there: see the last test. */
  otherwise: number
  /** Over the limit when they first came. */
  readonly slow: Uint8Array[]
}

const told = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)) ?? ''
/** As plain values: what stands embedded in a text may be a type itself. */
const asJson = (doc: Y.Doc): unknown =>
  JSON.parse(
    told([doc.getText('text').toDelta(), doc.getMap('map').toJSON(), doc.getArray('list').toJSON(), doc.getXmlFragment('xml').toJSON()]),
  )

const letters = (text: string) => [...text].toSorted()
/** The same without its order. */
const contentsOf = (doc: Y.Doc): unknown => [
  letters(doc.getText('text').toString()),
  doc.getMap('map').toJSON(),
  doc.getArray('list').toArray().map(told).toSorted(),
  letters(doc.getXmlFragment('xml').toJSON()),
]

/** Sends them all at the room's door, as they are. */
const attack = async (frames: Iterable<Uint8Array>, may: Right): Promise<Verdict> => {
  const verdict: Verdict = { frames: 0, closed: 0, slowest: 0, otherwise: 0, slow: [] }
  let batch: Uint8Array[] = []
  for (const frame of frames)
    if (batch.push(frame) === perRoom) {
      await besiege(batch, may, verdict)
      batch = []
    }
  await besiege(batch, may, verdict)
  return verdict
}

const besiege = async (frames: readonly Uint8Array[], may: Right, verdict: Verdict): Promise<void> => {
  const { wire, a, b } = await classroom()
  const room = await wire.hub.open('room')
  const { position } = room.show()
  const before = asJson(a.doc)
  const codes: number[] = []
  let peer: Peer | null = null
  const enter = (): Peer => {
    const entered: Peer = {
      id: `villain ${verdict.frames}`,
      person: 'villain',
      session: null,
      may,
      shown: { id: 'villain' },
      send: () => {},
      close: (code) => {
        codes.push(code)
        peer = null
      },
    }
    expect(room.join(entered)).toBe(true)
    return entered
  }
  for (const frame of frames) {
    const from = performance.now()
    room.receive((peer ??= enter()), frame)
    wire.turn()
    const ms = performance.now() - from
    verdict.frames += 1
    if (ms > frameMsMax) verdict.slow.push(frame)
    else verdict.slowest = Math.max(verdict.slowest, ms)
    await breath()
  }
  verdict.closed += codes.length
  await wire.flush()
  if (may === 'read') expect([room.show().position, asJson(a.doc), asJson(b.doc)]).toEqual([position, before, before])
  a.type('after')
  await wire.flush()
  expect([codes.filter((code) => code !== 4400), wire.troubles, a.closes, b.closes]).toEqual([[], [], [], []])
  expect(b.text).toContain('after')
  expect(asJson(b.doc)).toEqual(asJson(a.doc))
  expect(a.kept).toBe(a.made)
  const late = wire.client('late')
  await wire.flush()
  expect(contentsOf(late.doc)).toEqual(contentsOf(a.doc))
  if (!isDeepStrictEqual(asJson(late.doc), asJson(a.doc))) verdict.otherwise += 1
  expect(await wire.hub.open('room')).toBe(room)
}

/** A busy machine may stop anybody for 5 ms: only what is slow every time is slow. */
const stillSlow = async (frames: readonly Uint8Array[], may: Right): Promise<number> => {
  let slowest = 0
  for (const frame of frames) {
    let fastest = Infinity
    for (let tries = 0; tries < 4 && fastest > frameMsMax; tries += 1) {
      const { wire } = await classroom()
      const room = await wire.hub.open('room')
      const peer: Peer = { id: 'v', person: 'villain', session: null, may, shown: {}, send: () => {}, close: () => {} }
      room.join(peer)
      const from = performance.now()
      room.receive(peer, frame)
      wire.turn()
      fastest = Math.min(fastest, performance.now() - from)
      await wire.flush()
    }
    slowest = Math.max(slowest, fastest)
  }
  return slowest
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = () => {
  collect()
  return process.memoryUsage().heapUsed
}

describe.each(['write', 'read', 'aside'] as const)('garbage from somebody who may %s', (may) => {
  const judge = async (fault: string, frames: Iterable<Uint8Array>) => {
    const before = heap()
    const verdict = await attack(frames, may)
    const slowest = Math.max(verdict.slowest, await stillSlow(verdict.slow, may))
    expect(slowest).toBeLessThan(frameMsMax)
    expect(heap() - before).toBeLessThan(heapRiseMax)
    tell(`garbage: ${fault}, ${may}`, {
      frames: verdict.frames,
      closed: verdict.closed,
      'slowest, ms': slowest,
      'rooms read otherwise': verdict.otherwise,
    })
    return verdict
  }

  it('[E1 E4] every prefix of every frame of a recorded session', async () => {
    const frames = await record()
    const { frames: sent, closed } = await judge('prefixes', frames.flatMap(prefixesOf))
    expect(sent).toBe(bytesOf(frames))
    // One byte may be a whole frame.
    expect(closed).toBeGreaterThan(sent / 2)
  })

  it(`[E1 E3 E4] every byte of a recorded session, changed to ${isWhole ? 'every other' : 'some others'}`, async () => {
    const frames = await record()
    const values = isWhole ? otherBytes : someBytes
    const all = function* () {
      for (const frame of frames) yield* singleByteMutations(frame, values)
    }
    const { frames: sent, closed } = await judge('single bytes', all())
    expect(sent).toBeGreaterThan(bytesOf(frames) * (isWhole ? 254 : 2))
    // Bytes of words and of rows that are known already may be any.
    expect(closed).toBeGreaterThan(sent / 10)
  })

  it(`[E1 E3 E4] ${randomMutations} random mutations, seed ${seed}`, async () => {
    const frames = await record()
    const random = randomFrom(seed)
    const all = function* () {
      for (let made = 0; made < randomMutations; made += 1) yield mutated(random.one(frames), frames, random, random.chance(0.7))
    }
    const { frames: sent, closed } = await judge('random mutations', all())
    expect(sent).toBe(randomMutations)
    expect(closed).toBeGreaterThan(sent / 4)
  })
})

const ofHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** One frame, after which somebody new comes in: [what those see who were there, what the newcomer sees]. */
const after = async (frame: Uint8Array) => {
  const { wire, a } = await classroom()
  const villain = wire.client('villain')
  await wire.flush()
  villain.send(frame)
  await wire.flush()
  const late = wire.client('late')
  await wire.flush()
  return { seen: asJson(a.doc), newcomer: asJson(late.doc), closes: villain.closes, troubles: wire.troubles }
}

it('[E3] a deletion of nothing closes its sender', async () => {
  const { closes, troubles } = await after(ofHex('00020c0002bb17010100e907010001'))
  expect([closes, troubles]).toEqual([[{ code: 4400, reason: 'empty deletion' }], []])
})

// Words that claim to stand after the fifth letter and before the second one are placed by Yjs according to what else it
// is given with them. To refuse them one has to look where each came to stand, which nobody does yet: whoever does will
// find this test red, and turns it round.
it('known: what stands between two letters in the wrong order is read in another order by a newcomer', async () => {
  const bold = '0002320103bb1700c6e90704e9070104626f6c640474727565c4bb1700e90701026162c6bb1702e9070104626f6c64046e756c6c00'
  const { seen, newcomer, closes } = await after(ofHex(bold))
  expect(closes).toEqual([])
  expect(newcomer).not.toEqual(seen)
})
