import { addNote, openBoard } from '@sheber/document/board'
import { noteColours } from '@sheber/document/colour'
import * as Y from 'yjs'
import type { Awareness, AwarenessChange, Room, SaveState } from '#lib/room.svelte.ts'

/** Presence without a network: whoever is wired to it is shown every state at once. */
class LocalAwareness implements Awareness {
  readonly clientID: number
  readonly #states = new Map<number, unknown>()
  readonly #heard = new Set<(change: AwarenessChange) => void>()
  other: LocalAwareness | null = null

  constructor(clientID: number) {
    this.clientID = clientID
  }

  getStates() {
    return this.#states
  }

  setLocalState(state: Record<string, unknown> | null) {
    this.take(this.clientID, state)
    this.other?.take(this.clientID, state)
  }

  take(client: number, state: Record<string, unknown> | null) {
    if (state) this.#states.set(client, state)
    else this.#states.delete(client)
    for (const heard of this.#heard) heard({ added: [], updated: state ? [client] : [], removed: state ? [] : [client] })
  }

  on(_event: 'change', heard: (change: AwarenessChange) => void) {
    this.#heard.add(heard)
  }

  off(_event: 'change', heard: (change: AwarenessChange) => void) {
    this.#heard.delete(heard)
  }
}

/** A room without a server: what the network would do is done by hand. */
export class LocalRoom implements Room {
  readonly doc = new Y.Doc()
  readonly awareness = new LocalAwareness(this.doc.clientID)
  save = $state<SaveState>('saved')
  waiting = $state(0)
  since = $state<number | null>(null)
  problem = $state<Room['problem']>(null)
  live = $state(true)
  ready = $state(true)
  right = $state<'read' | 'write'>('write')
  laidAside = false
  closedFor = $state<number | null>(null)

  settled() {
    return Promise.resolve()
  }

  pack() {
    return Promise.resolve(new TextEncoder().encode('a file of the workbench'))
  }

  unpack() {
    return Promise.resolve({ refusal: 'other-person', by: 'Дәулет Қ.' } as const)
  }

  forget() {
    return Promise.resolve()
  }

  close() {
    this.doc.destroy()
  }
}

/** What one does the other sees at once. Returns the scissors. */
export const wire = (a: LocalRoom, b: LocalRoom) => {
  const carry = (from: LocalRoom, to: LocalRoom) => {
    const update = (bytes: Uint8Array, origin: unknown) => {
      if (origin !== wire) Y.applyUpdate(to.doc, bytes, wire)
    }
    from.doc.on('update', update)
    from.awareness.other = to.awareness
    return () => {
      from.doc.off('update', update)
      from.awareness.other = null
    }
  }
  const cuts = [carry(a, b), carry(b, a)]
  return () => {
    for (const cut of cuts) cut()
  }
}

const thoughts = [
  'Жел қайдан соғады? Анемометрді шатырға қоямыз',
  'Лопасти: 3 или 5?',
  'Попробовать рейку 5 мм — вчерашняя треснула у втулки',
  'Motor gives 3.2 V at 400 rpm',
  'Кім дәнекерлейді: Нұрлан, Ваня',
  'Спросить Данияра Ерлановича про подшипник',
  'Қанаттың бұрышы 12°',
  'Измерить напряжение при слабом ветре',
  'Жазық ауылының метеостанциясынан деректер сұрау: бір аптаға, әр сағат сайын',
  'Test on Friday',
  'Сенімділік!',
  'Схема: генератор → выпрямитель → аккумулятор → лампа',
]

/** The same board every time: no chance, no clock. */
export const fill = (room: LocalRoom, how: number, authors: readonly { id: string }[]) => {
  const board = openBoard(room.doc)
  const columns = Math.max(4, Math.ceil(Math.sqrt(how * 1.5)))
  room.doc.transact(() => {
    for (let i = 0; i < how; i++) {
      const [column, row] = [i % columns, Math.floor(i / columns)]
      addNote(board, {
        id: `note${String(i).padStart(12, '0')}`,
        x: column * 232 + ((row * 37) % 23),
        y: row * 228 + ((column * 53) % 29),
        ...(i % 7 === 5 && { w: 280, h: 160 }),
        colour: noteColours[(i * 5 + row) % noteColours.length] ?? 'yellow',
        text: thoughts[i % thoughts.length] ?? '',
        by: authors[i % authors.length]?.id ?? '',
        at: i,
      })
    }
  })
}
