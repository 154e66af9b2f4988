import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage } from '../src/memory.ts'
import { savedFrame, step2Frame, updateFrame } from '../src/protocol.ts'
import { breakableBus } from '../src/testing/breakable-bus.ts'
import { breath, createWire } from '../src/testing/wire.ts'
import { FullAside, type NewEntry, type Storage } from '../src/types.ts'
import { whisperOf } from '../src/whisper.ts'

const textOf = async (storage: Storage, room = 'room') => {
  const doc = new Y.Doc()
  const { whole, tail } = await storage.since(room, 0)
  for (const entry of whole ? [whole, ...tail] : tail) Y.applyUpdate(doc, entry.bytes)
  return doc.getText('text').toString()
}

describe('a room', () => {
  it('[R1] whoever was away misses nothing', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    wire.cut(b)
    a.type('н')
    await wire.flush()
    wire.join(b)
    await wire.flush()
    expect(b.text).toBe('н')
  })

  it('[R1] an update between listening and reading reaches the room', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    await wire.flush()
    const b = wire.client('daulet', { hub: 1 })
    a.type('between')
    await wire.flush()
    expect(b.text).toBe('between')
  })

  it('[R1] nobody is told anything before the log was read', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    a.type('long ago')
    await wire.flush()
    await wire.hub.close()
    wire.crash()
    const b = wire.client('daulet')
    await wire.flush()
    const step2 = b.heard.filter(([type, kind]) => type === 0 && kind === 1)
    expect(step2).toHaveLength(1)
    expect(b.text).toBe('long ago')
  })

  it('[R9] a room in which nobody writes stays bytes: newcomers, returners and lookers do not wake it', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    a.type('old words')
    await wire.flush()
    a.type(' and a word less', 3)
    a.doc.getText('text').delete(0, 2)
    await wire.flush()
    await wire.hub.close()
    wire.crash()
    for (const client of [a, b]) wire.join(client)
    wire.client('looker', { may: 'read' })
    const c = wire.client('newcomer')
    await wire.flush()
    expect([wire.hub.rooms()[0]?.live, c.text, a.saved, b.saved]).toEqual([false, a.text, 1, 1])
    c.type('!')
    await wire.flush()
    expect([wire.hub.rooms()[0]?.live, a.text]).toEqual([true, c.text])
  })

  it('[R9] a live document is laid down to its bytes when nobody writes any more, and goes on from there', async () => {
    const wire = createWire({ limits: { restMs: 1_000 } })
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    a.type('before')
    await wire.flush()
    wire.now += 2_000
    await wire.hub.sweep()
    expect(wire.hub.rooms()[0]?.live).toBe(false)
    b.type(' after')
    await wire.flush()
    expect([a.text, b.kept, await textOf(wire.storage)]).toEqual(['before after', 1, 'before after'])
  })

  it('[R9] what another process logs reaches a room at rest and all who are in it', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    const b = wire.client('daulet', { hub: 1 })
    await wire.flush()
    a.type('from afar')
    await wire.flush()
    expect([b.text, wire.hubs[1]?.rooms()[0]?.live]).toEqual(['from afar', false])
    const late = wire.client('late', { hub: 1 })
    await wire.flush()
    expect(late.text).toBe('from afar')
  })

  it('[P5] in a crowd hands are shown less often, and the last place of each is shown', async () => {
    const wire = createWire({ limits: { crowd: 2, crowdCursorMs: 100 } })
    const clients = ['a', 'b', 'c', 'd'].map((name) => wire.client(name))
    await wire.flush()
    for (const client of clients) client.show({ x: 0 })
    await wire.flush()
    const [a, b] = clients
    wire.now += 1_000
    a?.show({ x: 1 })
    await wire.flush()
    const before = b?.heard.length ?? 0
    for (let x = 2; x < 10; x += 1) {
      a?.show({ x })
      a?.carry('up')
      wire.now += 10
      wire.turn()
      b?.carry('down')
    }
    expect(b?.heard.length).toBe(before)
    wire.now += 100
    await wire.flush()
    expect([b?.heard.length, b?.shown.get(a?.doc.clientID ?? 0)]).toEqual([before + 1, { x: 9, user: { id: 'a', name: 'a' } }])
  })

  it('[R2] an update is sent at once, and called saved only when it is in the log', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    wire.hold()
    a.type('now')
    await wire.flush()
    expect([b.text, a.kept, await textOf(wire.storage)]).toEqual(['now', 0, ''])
    wire.release()
    await wire.flush()
    expect([a.kept, await textOf(wire.storage)]).toEqual([1, 'now'])
  })

  it('[R2] words that everybody had already are called saved only when they are in the log', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    wire.hold()
    a.type('heard, not saved')
    await wire.flush()
    wire.join(b)
    await wire.flush()
    expect(b.saved).toBe(0)
    wire.release()
    await wire.flush()
    expect(b.saved).toBe(1)
  })

  it('[R2] many rooms share one commit', async () => {
    const wire = createWire()
    const writers = Array.from({ length: 20 }, (_, at) =>
      wire.hub.write(`room ${at}`, nobody, 'edit', (doc) => doc.getText('text').insert(0, 'x')),
    )
    await wire.flush()
    await Promise.all(writers)
    expect(wire.commits).toBeLessThanOrEqual(2)
  })

  it('[R3] what came from the log is not logged again', async () => {
    const wire = createWire({ hubs: 3 })
    const a = wire.client('aigerim')
    wire.client('daulet', { hub: 1 })
    wire.client('madina', { hub: 2 })
    await wire.flush()
    a.type('once')
    await wire.flush()
    expect((await wire.storage.since('room', 0)).tail).toHaveLength(1)
  })

  it('[R4] a log that refuses closes the room, and browsers bring their words back', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    wire.refuse()
    a.type('kept by me')
    await wire.flush()
    expect([a.closes[0]?.code, b.closes[0]?.code, a.kept]).toEqual([1013, 1013, 0])
    wire.refuse(false)
    const late = wire.client('late')
    await wire.flush()
    expect(late.text).toBe('')
    wire.join(a)
    await wire.flush()
    expect([late.text, a.kept, await textOf(wire.storage)]).toEqual(['kept by me', 1, 'kept by me'])
  })

  it('[R4] a room that the log cannot take costs the others nothing', async () => {
    const storage = memoryStorage()
    const picky = {
      ...storage,
      append: async (entries: Parameters<typeof storage.append>[0]) => {
        if (entries.some(({ room }) => room === 'bad')) throw new Error('no such room')
        return storage.append(entries)
      },
    }
    const wire = createWire({ storage: picky })
    const write = (room: string) => wire.hub.write(room, nobody, 'edit', (doc) => doc.getText('text').insert(0, room))
    const [good, bad, better] = await Promise.allSettled([write('good'), write('bad'), write('better'), wire.flush()])
    expect([good?.status, bad?.status, better?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await textOf(storage, 'good')).toBe('good')
  })

  it('[R5] the sender never hears its own update', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    const before = a.heard.length
    a.type('x')
    await wire.flush()
    expect(a.heard.slice(before).map(([type]) => type)).toEqual([4])
    expect(b.text).toBe('x')
  })

  it('[R5] what a reader sends is dropped, not punished, and never called saved', async () => {
    const wire = createWire()
    const reader = wire.client('guest', { may: 'read' })
    const b = wire.client('daulet')
    await wire.flush()
    reader.type('not mine to say')
    wire.join(reader)
    await wire.flush()
    expect([b.text, reader.kept, reader.closes, await textOf(wire.storage)]).toEqual(['', 0, [], ''])
    b.type('hello')
    await wire.flush()
    expect(reader.doc.getText('text').toString()).toContain('hello')
  })

  it('[F2] a frozen room: what comes too late is kept for its author alone, and acknowledged', async () => {
    const storage = memoryStorage()
    const wire = createWire({ storage })
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    a.type('submitted')
    await wire.flush()
    const before = await storage.since('room', 0)
    wire.cut(a)
    a.type(' and offline')
    a.may = b.may = 'aside'
    wire.join(a)
    wire.join(b)
    await wire.flush()
    expect([b.text, a.right, a.kept, a.closes]).toEqual(['submitted', 'aside', 2, []])
    expect(await storage.since('room', 0)).toEqual(before)
    const [aside, ...others] = storage.asides
    const own = new Y.Doc()
    for (const bytes of [Y.encodeStateAsUpdate(b.doc), aside?.bytes ?? new Uint8Array()]) Y.applyUpdate(own, bytes)
    expect([others.length, aside?.person, own.getText('text').toString()]).toEqual([0, 'aigerim', 'submitted and offline'])
  })

  it('[F2] a room that freezes under a hand that writes: what was on its way is laid aside, by no kind of frame does it get in', async () => {
    const storage = memoryStorage()
    const wire = createWire({ storage })
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    a.type('in time')
    await wire.flush()
    await wire.hub.reask(
      () => true,
      async () => 'aside',
    )
    a.type(', too late')
    a.send(step2Frame(Y.encodeStateAsUpdate(a.doc)))
    await wire.flush()
    expect([b.text, await textOf(storage), a.kept, storage.asides.length]).toEqual(['in time', 'in time', 2, 1])
    b.show({ x: 1 })
    await wire.flush()
    expect(a.shown.size).toBe(1)
  })

  it('[F2] who brings again and again is sent away, and may come back', async () => {
    const storage = memoryStorage()
    const wire = createWire({ storage, limits: { triesAsideMax: 2 } })
    const a = wire.client('aigerim', { may: 'aside' })
    await wire.flush()
    for (let words = 0; words < 3; words += 1) {
      a.type(`late ${words} `)
      await wire.flush()
    }
    expect([a.closes.map(({ code }) => code), storage.asides.length]).toEqual([[1013], 2])
    wire.join(a)
    await wire.flush()
    expect([a.kept, storage.asides.length]).toEqual([3, 3])
  })

  it('[F2] what is more than a document may be is refused by name', async () => {
    const storage = memoryStorage()
    const full = { ...storage, keepAside: () => Promise.reject(new FullAside('more than documentBytesMax aside')) }
    const wire = createWire({ storage: full })
    const a = wire.client('aigerim', { may: 'aside' })
    await wire.flush()
    a.type('too much')
    await wire.flush()
    expect([a.closes, a.kept]).toEqual([[{ code: 1009, reason: 'more than documentBytesMax aside' }], 0])
  })

  it('[C1] a room in which somebody writes without a pause is stored all the same, and versions of it are made', async () => {
    const storage = memoryStorage()
    let restless: (() => void) | null = null
    const upTo: number[] = []
    const wire = createWire({
      limits: { rowsBeforeCompaction: 20 },
      storage: {
        ...storage,
        // The next words are on their way before the last ones are in the log.
        append: async (entries) => {
          restless?.()
          return storage.append(entries)
        },
        compact: async (room, position, whole) => {
          upTo.push(position)
          await storage.compact(room, position, whole)
        },
      },
    })
    const a = wire.client('aigerim')
    await wire.flush()
    let written = 0
    let snapshot: { position: number; bytes: Uint8Array } | null = null
    restless = () => {
      if (written >= 200) return
      written += 1
      a.type('x')
      a.carry('up')
      wire.turn()
      if (written === 100) void wire.hub.snapshot('room').then((made) => (snapshot = made))
    }
    a.type('x')
    while (a.kept < 201) await wire.flush()
    const { position, bytes } = snapshot ?? expect.unreachable('no version was made')
    const then = new Y.Doc()
    Y.applyUpdate(then, bytes)
    expect(then.getText('text').length).toBe(position)
    expect([position < 201, upTo.length > 2, upTo[0] ?? 0]).toEqual([true, true, expect.any(Number)])
    expect(upTo[0]).toBeLessThan(60)
    expect(await textOf(storage)).toBe('x'.repeat(201))
  })

  it('[F2] who has nothing new is kept nothing for', async () => {
    const storage = memoryStorage()
    const wire = createWire({ storage })
    const a = wire.client('aigerim')
    a.type('known')
    await wire.flush()
    a.may = 'aside'
    wire.join(a)
    await wire.flush()
    expect([storage.asides, a.saved]).toEqual([[], 1])
  })

  it('[A1] offline work carries when it was done, as the device says, within bounds', async () => {
    const rows: NewEntry[] = []
    const storage = memoryStorage()
    const wire = createWire({
      limits: { offlineMsMin: 1_000, offlineMsMax: 10_000 },
      storage: { ...storage, append: (entries) => (rows.push(...entries), storage.append(entries)) },
    })
    for (const oldestMs of [4_000, 1e12, -5, undefined]) {
      const client = wire.client(`away ${oldestMs}`)
      client.oldestMs = oldestMs
      await wire.flush()
      wire.cut(client)
      client.type('offline ')
      wire.join(client)
      await wire.flush()
      client.type('online ')
      await wire.flush()
    }
    const ago = rows.map(({ doneAt }) => (doneAt === null ? null : wire.now - doneAt))
    expect(ago).toEqual([4_000, null, 10_000, null, null, null, null, null])
  })

  it('[E6] a client id belongs to its person also after a restart', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    a.type('mine')
    await wire.flush()
    wire.crash()
    wire.join(b)
    await wire.flush()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(b.doc))
    forged.clientID = a.doc.clientID
    const vector = Y.encodeStateVector(forged)
    forged.getText('text').insert(4, ' says daulet')
    b.send(updateFrame(Y.encodeStateAsUpdate(forged, vector)))
    await wire.flush()
    expect([b.closes[0]?.code, await textOf(wire.storage)]).toEqual([4400, 'mine'])
  })

  it('[R6] a frame over frameBytesMax and a peer over peersMax are refused by name', async () => {
    const wire = createWire({ limits: { frameBytesMax: 1_000, peersMax: 2 } })
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    const c = wire.client('madina')
    await wire.flush()
    expect(c.closes).toEqual([{ code: 1013, reason: 'more than peersMax 2' }])
    a.type('x'.repeat(2_000))
    await wire.flush()
    expect(a.closes).toEqual([{ code: 1009, reason: 'more than frameBytesMax 1000' }])
    expect([b.text, b.closes]).toEqual(['', []])
  })

  it('[R6] a full document still lets itself be emptied', async () => {
    const wire = createWire({ limits: { documentBytesMax: 5_000 } })
    const a = wire.client('aigerim')
    await wire.flush()
    a.type('x'.repeat(4_900))
    await wire.flush()
    a.type('y'.repeat(200))
    await wire.flush()
    expect(a.closes).toEqual([{ code: 1009, reason: 'more than documentBytesMax 5000' }])
    const b = wire.client('daulet')
    await wire.flush()
    b.doc.getText('text').delete(0, 4_000)
    await wire.flush()
    expect([b.closes, b.kept]).toEqual([[], 1])
    b.type('there is place again')
    await wire.flush()
    expect([b.closes, b.kept]).toEqual([[], 2])
  })

  it('[R7] what one process acknowledged, every process can read', async () => {
    const wire = createWire({ hubs: 2 })
    await wire.hubs[1]?.read('room', () => null)
    const deaf = wire.bus.ring
    wire.bus.ring = () => {}
    await wire.hub.write('room', nobody, 'edit', (doc) => doc.getText('text').insert(0, 'acknowledged'))
    expect(await wire.hubs[1]?.read('room', (doc) => doc.getText('text').toString())).toBe('acknowledged')
    wire.bus.ring = deaf
  })

  it('[R8] when a right changes, each peer stays, becomes a reader, or leaves', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    const c = wire.client('madina')
    const d = wire.client('ruslan')
    await wire.flush()
    const answers = new Map([
      ['aigerim', 'write'],
      ['daulet', 'read'],
      ['madina', null],
      ['ruslan', 'signed-out'],
    ] as const)
    await wire.hub.reask(
      () => true,
      async (_, peer) => answers.get(peer.person as 'aigerim') ?? null,
    )
    b.type('too late')
    c.type('too late')
    await wire.flush()
    expect([a.closes, b.closes, c.closes[0]?.code, d.closes[0]?.code]).toEqual([[], [], 4403, 4401])
    expect([a.text, b.right, b.kept]).toEqual(['', 'read', 0])
    await wire.hub.reask(
      ({ person }) => person === 'daulet',
      async () => 'write',
    )
    await wire.flush()
    expect([a.text, b.right, b.kept]).toEqual(['too late', 'write', 1])
  })

  it('[R8] where the right cannot be found out, nobody keeps it', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    await wire.hub.reask(
      () => true,
      () => Promise.reject(new Error('the database is away')),
    )
    expect(a.closes[0]?.code).toBe(1013)
  })

  it('[T1] one turn is one frame, the same for everybody', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    const c = wire.client('madina')
    await wire.flush()
    const [fromB, fromC] = [b.heard.length, c.heard.length]
    for (const letter of 'together') a.type(letter)
    while (a.carry('up'));
    await wire.flush()
    const [toB, toC] = [b.heard.slice(fromB), c.heard.slice(fromC)]
    expect([toB.length, toC.length, b.text]).toEqual([1, 1, 'together'])
    expect(toB[0]).toBe(toC[0])
  })

  it('[T2] two hands are never one row of the log', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    a.type('one')
    a.type('two')
    b.type('three')
    while (a.carry('up'));
    while (b.carry('up'));
    await wire.flush()
    expect((await wire.storage.since('room', 0)).tail).toHaveLength(2)
  })

  it('[C1] storing a room does not read the log; where another process wrote meanwhile, it does', async () => {
    const storage = memoryStorage()
    let reads = 0
    let meanwhile = async () => {}
    const wire = createWire({
      hubs: 2,
      limits: { rowsBeforeCompaction: 2 },
      storage: {
        ...storage,
        since: (room, position) => {
          reads += 1
          return storage.since(room, position)
        },
        append: async (entries) => {
          const write = meanwhile
          meanwhile = async () => {}
          await write()
          return storage.append(entries)
        },
      },
    })
    const a = wire.client('aigerim')
    await wire.flush()
    const opened = reads
    for (const letter of ['a', 'b']) {
      a.type(letter)
      await wire.flush()
    }
    const textOfWhole = async () => {
      const { whole } = await storage.since('room', 0)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, whole?.bytes ?? Uint8Array.of(0, 0))
      return [whole?.position, doc.getText('text').toString()]
    }
    expect([reads, await textOfWhole()]).toEqual([opened, [2, 'ab']])

    wire.deafen(0)
    a.type('c')
    await wire.flush()
    const stranger = new Y.Doc()
    stranger.getText('text').insert(0, 'x')
    const entry = { room: 'room', person: 'daulet', session: null, kind: 'edit', at: 0, doneAt: null, clients: [] } as const
    meanwhile = async () => void (await storage.append([{ ...entry, bytes: Y.encodeStateAsUpdate(stranger) }]))
    a.type('d')
    await wire.flush()
    const [position, text] = await textOfWhole()
    expect([reads > opened, position, [...`${text}`].toSorted().join('')]).toEqual([true, 5, 'abcdx'])
  })

  it('[T3] words, cursors and receipts of one turn reach a browser without another turn between them', async () => {
    const wire = createWire()
    const [a, b] = [wire.client('aigerim'), wire.client('daulet')]
    await wire.flush()
    a.type('a')
    while (a.carry('up'));
    wire.turn()
    await breath()
    while (a.carry('down'));
    // In the log, and not yet told.
    expect([wire.commits, a.kept]).toEqual([1, 0])
    b.type('b')
    while (b.carry('up'));
    expect(wire.turn()).toBe(true)
    while (a.carry('down'));
    expect([a.kept, a.text]).toEqual([1, expect.stringMatching(/^(ab|ba)$/)])
  })

  it('[C1] a quiet room is stored and closed, a busy one is stored after enough rows', async () => {
    const wire = createWire({ limits: { rowsBeforeCompaction: 5, quietMsMax: 1_000 } })
    const a = wire.client('aigerim')
    await wire.flush()
    for (let row = 0; row < 7; row += 1) {
      a.type(`${row}`)
      await wire.flush()
    }
    expect((await wire.storage.since('room', 0)).whole?.position).toBe(5)
    wire.now += 2_000
    await wire.hub.sweep()
    expect(wire.hub.rooms()).toHaveLength(1)
    wire.cut(a)
    wire.now += 2_000
    await wire.hub.sweep()
    expect(wire.hub.rooms()).toEqual([])
    expect((await wire.storage.since('room', 0)).tail).toEqual([])
    expect(await wire.hub.read('room', (doc) => doc.getText('text').toString())).toBe('0123456')
  })

  it('[C2] nothing that the log does not have gets into a stored whole', async () => {
    const wire = createWire({ limits: { rowsBeforeCompaction: 1 } })
    const a = wire.client('aigerim')
    await wire.flush()
    a.type('one')
    await wire.flush()
    wire.hold()
    a.type('two')
    await wire.flush()
    const { whole } = await wire.storage.since('room', 0)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, whole?.bytes ?? new Uint8Array())
    expect(doc.getText('text').toString()).toBe('one')
    wire.release()
  })

  it('[H1] closing writes, acknowledges, and sends everybody away with 1012', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    a.type('last words')
    while (a.carry('up'));
    const before = a.heard.length
    await wire.hub.close()
    expect(a.closes).toEqual([{ code: 1012, reason: 'restart' }])
    expect(await textOf(wire.storage)).toBe('last words')
    expect(before).toBeGreaterThan(0)
    await expect(wire.hub.open('room')).rejects.toThrow('closed')
  })

  it('[H2] a writer that throws has written nothing', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    const failing = wire.hub.write('room', nobody, 'template', (doc) => {
      doc.getText('text').insert(0, 'half')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await wire.flush()
    expect([a.text, await textOf(wire.storage)]).toEqual(['', ''])
  })

  it('[H3] a write is durable and seen by everybody once it has resolved', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    await wire.hub.write('room', nobody, 'template', (doc) => doc.getText('text').insert(0, 'template'))
    expect(await textOf(wire.storage)).toBe('template')
    await wire.flush()
    expect(a.text).toBe('template')
  })

  it('[H4] a room whose log cannot be read is refused, and opens once it can', async () => {
    const storage = memoryStorage()
    let rotten = true
    const wire = createWire({
      storage: {
        ...storage,
        since: async (room, position) => (rotten ? Promise.reject(new Error('rotten')) : storage.since(room, position)),
      },
    })
    const a = wire.client('aigerim')
    await wire.flush()
    expect(a.closes[0]?.code).toBe(1013)
    rotten = false
    wire.join(a)
    a.type('x')
    await wire.flush()
    expect(a.kept).toBe(1)
  })

  it('[P1] others see a name from the session and never what the client claims', async () => {
    const wire = createWire()
    const a = wire.client('aigerim', { may: 'read' })
    const b = wire.client('daulet')
    await wire.flush()
    a.show({ user: { id: 'daulet', name: 'Daulet' }, cursor: [1, 2] })
    await wire.flush()
    expect(b.shown.get(a.doc.clientID)).toEqual({ user: { id: 'aigerim', name: 'aigerim' }, cursor: [1, 2] })
    wire.cut(a)
    await wire.flush()
    expect([...b.shown]).toEqual([])
  })

  it('[P2] whoever comes later sees who is there, in this process and in others', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    await wire.flush()
    a.show({ cursor: 1 })
    await wire.flush()
    const b = wire.client('daulet')
    const c = wire.client('madina', { hub: 1 })
    await wire.flush()
    for (const client of [b, c]) expect(client.shown.get(a.doc.clientID)).toMatchObject({ cursor: 1 })
    a.show({ cursor: 2 })
    await wire.flush()
    expect(c.shown.get(a.doc.clientID)).toMatchObject({ cursor: 2 })
    wire.cut(a)
    await wire.flush()
    expect([b.shown.size, c.shown.size]).toEqual([0, 0])
  })

  it('[P3] the ghosts of a process that died are gone after a while', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    const c = wire.client('madina', { hub: 1 })
    await wire.flush()
    a.show({ cursor: 1 })
    await wire.flush()
    wire.crash(0, [a])
    wire.now += 36_000
    await wire.hubs[1]?.sweep()
    await wire.flush()
    expect(c.shown.size).toBe(0)
  })

  it('[P4] who comes back before the old connection was missed goes on with the same cursor', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    a.show({ cursor: 1 })
    await wire.flush()
    const leave = a.abandon()
    wire.join(a)
    a.show({ cursor: 2 })
    await wire.flush()
    leave()
    await wire.flush()
    expect(b.shown.get(a.doc.clientID)).toMatchObject({ cursor: 2 })
  })

  it('[B1] a connection that hears nothing gets a beat', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    await wire.hub.sweep()
    const before = a.heard.length
    await wire.hub.sweep()
    await wire.flush()
    expect(a.heard.slice(before)).toEqual([Uint8Array.of(1, 1, 0)])
  })

  it('[B2] a lost ring is healed by the next look', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    const b = wire.client('daulet', { hub: 1 })
    await wire.flush()
    const ring = wire.bus.ring
    wire.bus.ring = () => {}
    a.type('unheard')
    await wire.flush()
    expect(b.text).toBe('')
    await wire.hubs[1]?.look()
    await wire.flush()
    wire.bus.ring = ring
    expect(b.text).toBe('unheard')
  })

  it('[B4] a room that may have missed something looks at once, and all see who is there and who has gone', async () => {
    const { bus, outage } = breakableBus()
    const wire = createWire({ hubs: 2, bus })
    const [a, gone, c] = [wire.client('aigerim'), wire.client('daulet'), wire.client('madina', { hub: 1 })]
    await wire.flush()
    gone.show({ cursor: 1 })
    await wire.flush()
    await outage.begin()
    wire.cut(gone)
    a.type('unheard')
    a.show({ cursor: 2 })
    c.show({ cursor: 3 })
    await wire.flush()
    expect([c.text, [...c.shown.keys()]]).toEqual(['', [gone.doc.clientID]])
    await outage.end()
    await wire.flush()
    expect([c.text, a.text]).toEqual(['unheard', 'unheard'])
    expect([...c.shown.keys()]).toEqual([a.doc.clientID])
    expect([...a.shown.keys()]).toEqual([c.doc.clientID])
  })

  it('[P2] what a stranger whispers is shown to nobody', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    const say = (from: string, kind: 'states' | 'all', first: number, jsons: readonly string[]) => {
      const states = jsons.map((json, at) => ({ client: first + at, clock: 1, json }))
      wire.bus.whisper(wire.room, whisperOf(from, kind, states))
    }
    const silence = wire.bus.listen(wire.room, { rang: () => {}, whispered: () => {}, missed: () => {} })
    const deep = '['.repeat(50_000)
    const tooLong = JSON.stringify({ x: 'x'.repeat(10_000) })
    say('stranger', 'states', 1, ['{', '7', '"text"', '[1]', deep, `{"x":${deep}`, tooLong, 'null'])
    for (let length = 0; length < 40; length += 1) wire.bus.whisper(wire.room, new Uint8Array(length).fill(length * 7))
    await wire.flush()
    expect(a.shown.size).toBe(0)
    const crowd = Array.from({ length: 4_000 }, () => '{}')
    say('stranger', 'states', 10_000, crowd)
    say('another', 'states', 20_000, crowd)
    await wire.flush()
    expect(a.shown.size).toBe(4_096)
    for (const from of ['stranger', 'another']) say(from, 'all', 1, [])
    await wire.flush()
    expect(a.shown.size).toBe(0)
    silence()
  })

  it('[G1] an update that builds on unknown words is asked for again, and saved only then', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    wire.cut(a)
    a.type('first ')
    const before = Y.encodeStateVector(a.doc)
    a.type('second')
    wire.join(a)
    const heard = a.heard.length
    a.send(updateFrame(Y.encodeStateAsUpdate(a.doc, before)))
    await wire.flush()
    expect(await textOf(wire.storage)).toBe('first second')
    expect(a.heard.slice(heard).filter(([type]) => type === 4)).toEqual([savedFrame(2)])
    expect(a.kept).toBe(2)
  })

  it('[G2] nothing that waits for unknown words is kept, logged or forwarded', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    const stranger = new Y.Doc()
    stranger.getText('text').insert(0, 'lost')
    const before = Y.encodeStateVector(stranger)
    stranger.getText('text').insert(4, ' and found')
    const heard = b.heard.length
    a.send(updateFrame(Y.encodeStateAsUpdate(stranger, before)))
    a.send(step2Frame(Y.encodeStateAsUpdate(stranger, before)))
    await wire.flush()
    expect([b.heard.length - heard, (await wire.storage.since('room', 0)).tail.length]).toEqual([0, 0])
    a.type('mine')
    await wire.flush()
    expect([b.text, a.kept]).toEqual(['mine', a.made])
    expect(await wire.hub.read('room', (doc) => [doc.store.pendingStructs, doc.store.pendingDs])).toEqual([null, null])
  })
})

const nobody = { person: null, session: null }
