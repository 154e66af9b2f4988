import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryBus, memoryStorage } from '../src/memory.ts'
import { recover } from '../src/recover.ts'
import { createWire } from '../src/testing/wire.ts'
import { FrozenRoom, UnknownRoom, type Journal, type NewEntry, type Storage } from '../src/types.ts'

/** A journal in memory: what was noted and not forgotten. */
const memoryJournal = (): Journal & { readonly left: Set<NewEntry> } => {
  const left = new Set<NewEntry>()
  return {
    left,
    note: (entries) => entries.forEach((one) => left.add(one)),
    forget: (entries) => entries.forEach((one) => left.delete(one)),
  }
}

const typed = (words: readonly string[], client = 7): Uint8Array[] => {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  for (const word of words) doc.getText('text').insert(doc.getText('text').length, word)
  return updates
}

const entry = (bytes: Uint8Array, of: Partial<NewEntry> = {}): NewEntry => ({
  room: 'room',
  person: 'aigerim',
  session: 's',
  kind: 'edit',
  bytes,
  at: 1,
  doneAt: null,
  clients: [],
  ...of,
})

const textIn = async (storage: Storage): Promise<string> => {
  const { whole, tail } = await storage.since('room', 0)
  const doc = new Y.Doc()
  for (const { bytes } of whole ? [whole, ...tail] : tail) Y.applyUpdate(doc, bytes)
  return doc.getText('text').toString()
}

describe('[R10] a killed process takes nothing with it that anybody has seen', () => {
  it('what others see is in the journal before it is in the log, and leaves it then', async () => {
    const journal = memoryJournal()
    const wire = createWire({ journal })
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    wire.hold()
    a.type('seen')
    await wire.flush()
    expect([b.text, a.kept, await textIn(wire.storage)]).toEqual(['seen', 0, ''])
    expect([...journal.left].map(({ room, person }) => [room, person])).toEqual([['room', 'aigerim']])
    const noted = [...journal.left]
    wire.crash()
    expect(await recover(wire, noted)).toBe(1)
    expect(await textIn(wire.storage)).toBe('seen')
  })

  it('it is empty once everything is called saved', async () => {
    const journal = memoryJournal()
    const wire = createWire({ journal })
    const a = wire.client('aigerim')
    await wire.flush()
    a.type('one')
    a.type('two')
    await wire.flush()
    expect([a.kept, journal.left.size]).toEqual([2, 0])
  })

  it('what the log refuses leaves it too: browsers hold it, and bring it again', async () => {
    const journal = memoryJournal()
    const wire = createWire({ journal })
    const a = wire.client('aigerim')
    await wire.flush()
    wire.refuse()
    a.type('one')
    await wire.flush()
    expect([a.closes.length, journal.left.size]).toEqual([1, 0])
  })

  it('what is given up in the turn in which it came is not noted afterwards', async () => {
    const journal = memoryJournal()
    const wire = createWire({ journal, limits: { backlogBytesMax: 100 } })
    const a = wire.client('aigerim')
    await wire.flush()
    wire.hold()
    a.type('x'.repeat(200))
    await wire.flush()
    wire.release()
    await wire.flush()
    expect([a.closes.map(({ code }) => code), journal.left.size]).toEqual([[1013], 0])
  })

  it('what the log has already changes nothing, in whatever order it comes', async () => {
    const storage = memoryStorage()
    const [one, two, three] = typed(['one ', 'two ', 'three'])
    await storage.append([one, two].map((bytes) => entry(bytes as Uint8Array)))
    expect(
      await recover(
        { storage, bus: memoryBus() },
        [one, two, three].map((bytes) => entry(bytes as Uint8Array)),
      ),
    ).toBe(1)
    expect(await textIn(storage)).toBe('one two three')
    expect((await storage.since('room', 0)).tail.length).toBe(3)
  })

  it('a word whose word before is missing is not kept half: its author brings both', async () => {
    const storage = memoryStorage()
    const [one, two] = typed(['one ', 'two '])
    expect(await recover({ storage, bus: memoryBus() }, [entry(two as Uint8Array)])).toBe(0)
    expect(await recover({ storage, bus: memoryBus() }, [entry(one as Uint8Array), entry(two as Uint8Array)])).toBe(2)
    expect(await textIn(storage)).toBe('one two ')
  })

  it('two hands that build on each other keep their order, and each its own row', async () => {
    const storage = memoryStorage()
    const bytes = typed(['a', 'b', 'c', 'd'])
    const noted = bytes.map((one, at) => entry(one, { person: at % 2 === 0 ? 'aigerim' : 'daulet' }))
    const rows: NewEntry[] = []
    const watched: Storage = { ...storage, append: (entries) => (rows.push(...entries), storage.append(entries)) }
    expect(await recover({ storage: watched, bus: memoryBus() }, noted)).toBe(4)
    expect(rows.map(({ person }) => person)).toEqual(['aigerim', 'daulet', 'aigerim', 'daulet'])
    expect(await textIn(storage)).toBe('abcd')
  })

  it('in a room that was frozen meanwhile it is laid aside for its author', async () => {
    const storage = memoryStorage()
    const aside: unknown[] = []
    const frozen: Storage = {
      ...storage,
      append: () => Promise.reject(new FrozenRoom('room')),
      keepAside: async ({ room, person }) => void aside.push([room, person]),
    }
    const [one] = typed(['late'])
    expect(await recover({ storage: frozen, bus: memoryBus() }, [entry(one as Uint8Array)])).toBe(1)
    expect(aside).toEqual([['room', 'aigerim']])
  })

  it('a room that is gone is passed over, a log that cannot be read is not', async () => {
    const storage = memoryStorage()
    const [one] = typed(['late'])
    const failing = (why: Error): Storage => ({ ...storage, since: () => Promise.reject(why) })
    expect(await recover({ storage: failing(new UnknownRoom('room')), bus: memoryBus() }, [entry(one as Uint8Array)])).toBe(0)
    await expect(recover({ storage: failing(new Error('away')), bus: memoryBus() }, [entry(one as Uint8Array)])).rejects.toThrow('away')
  })
})
