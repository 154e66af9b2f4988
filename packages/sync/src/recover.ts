import * as Y from 'yjs'
import { dropPending } from './gate.ts'
import { FrozenRoom, FullAside, UnknownRoom, type Bus, type NewEntry, type Storage } from './types.ts'

/** What of it the log does not have, each by the hand that wrote it and in the order in which it was noted. */
const lacking = async (storage: Storage, room: string, noted: readonly NewEntry[]): Promise<NewEntry[]> => {
  const { whole, tail } = await storage.since(room, 0)
  const doc = new Y.Doc()
  const known = [...(whole ? [whole] : []), ...tail].map(({ bytes }) => bytes)
  if (known.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(known))
  const news: NewEntry[] = []
  for (const entry of noted) {
    const note = (bytes: Uint8Array) => news.push({ ...entry, bytes })
    doc.on('update', note)
    Y.applyUpdate(doc, entry.bytes)
    doc.off('update', note)
    // A word before it was not noted: its author still has both.
    dropPending(doc)
  }
  doc.destroy()
  return news
}

/** A room that was frozen meanwhile keeps late words for their author alone, as F2 does. */
const layAside = async (storage: Storage, entries: readonly NewEntry[]): Promise<void> => {
  for (const { room, person, session, bytes, at, doneAt } of entries) {
    if (person === null) continue
    await storage.keepAside({ room, person, session, bytes, at, doneAt }).catch((why: unknown) => {
      if (!(why instanceof FullAside)) throw why
    })
  }
}

/**
 * Puts into the log what a journal kept of a process that was killed, before anybody is let in. What the log has already
 * changes nothing. Resolves with the number of changes that it lacked; rejects when the log cannot be read or written.
 */
export const recover = async ({ storage, bus }: { storage: Storage; bus: Bus }, noted: readonly NewEntry[]): Promise<number> => {
  let brought = 0
  for (const [room, entries] of Map.groupBy(noted, (entry) => entry.room)) {
    try {
      const news = await lacking(storage, room, entries)
      if (news.length === 0) continue
      brought += news.length
      const positions = await storage.append(news).catch(async (why: unknown) => {
        if (!(why instanceof FrozenRoom)) throw why
        await layAside(storage, news)
        return []
      })
      const last = positions.at(-1)
      if (last !== undefined) bus.ring(room, last)
    } catch (why) {
      // Nobody can open it any more, so nobody misses anything.
      if (!(why instanceof UnknownRoom)) throw why
    }
  }
  return brought
}
