import type { Card, CardKind, card } from '@sheber/contract/card'
import type { Thing, ThingOf } from '@sheber/document/thing'
import { ask } from '#lib/api.ts'
import { toWorld } from '../core/camera.ts'
import type { Editor } from '../core/editor.ts'
import { overlaps } from '../core/geometry.ts'
import type { CardSaid, Item } from '../core/kind.ts'
import { opens } from '../core/opens.ts'

/**
 * How the things stand that cards on the board name, as the server has told it last. Nothing of it is written into the document:
 * it is painted, each reader is told what they may read, and a rename makes no update.
 */

type Named = Pick<Card, 'of' | 'ref'>
type Living = ThingOf<'card'> & { readonly of: CardKind }

export interface SeenWords {
  readonly closed: string
  readonly gone: string
  /** Of a task: `24.12`. */
  due(day: string): string
  late(day: string): string
  readonly states: Readonly<Record<NonNullable<Card['state']>, string>>
}

/** What it leans on; a page's own, or a test's. */
export interface Sight {
  readonly editor: Editor
  readonly w: SeenWords
  ask(cards: readonly Named[]): Promise<readonly Card[]>
  now(): number
  /** What was told before this page was opened, as letters: '' for nothing. */
  recall(): string
  keep(letters: string): void
  /** Something was told that is new: by these of its topics the news of it come. */
  heard(cards: readonly Card[]): void
}

/** As many as the route takes. */
const atOnce = 100
const keptMax = 300
/** After a question in vain. */
const againMs = 15_000

const keyOf = ({ of, ref }: Named) => `${of} ${ref}`
const isLiving = (thing: Thing): thing is Living => thing.kind === 'card' && opens(thing)

/** A file keeps the name that people gave its card; all else is called as it is called where it lies. */
const saidOf = (seen: Card, thing: Living, w: SeenWords): CardSaid => {
  const { access, title, whose, state, due } = seen
  if (access !== 'open') return { title: null, line: w[access], access }
  const day = due && due.day.split('-').slice(1).reverse().join('.')
  const words = [state && w.states[state], day && (due.late ? w.late(day) : w.due(day)), whose].filter(Boolean)
  if (seen.of === 'file') return { title: null, line: [title !== thing.text && title, ...words].filter(Boolean).join(' · '), access }
  return { title: title || null, line: words.join(' · '), access }
}

const readKept = (letters: string): readonly Card[] => {
  try {
    return letters ? (JSON.parse(letters) as Card[]) : []
  } catch {
    return []
  }
}

export class Seen {
  readonly #of: Sight
  readonly #known = new Map<string, Card>()
  /** Made once for each answer and each name, so that whoever paints can tell by sight whether anything changed. */
  readonly #said = new WeakMap<Card, { readonly text: string; readonly said: CardSaid }>()
  readonly #fresh = new Set<string>()
  #asking = false
  #failedAt = -Infinity

  constructor(of: Sight) {
    this.#of = of
    for (const one of readKept(of.recall())) this.#known.set(keyOf(one), one)
  }

  /** Null while nothing has been told of it: then it says what was written when it was laid. */
  of(thing: Thing): CardSaid | null {
    if (!isLiving(thing)) return null
    const seen = this.#known.get(keyOf(thing))
    if (!seen) return null
    const made = this.#said.get(seen)
    if (made?.text === thing.text) return made.said
    const said = saidOf(seen, thing, this.#of.w)
    this.#said.set(seen, { text: thing.text, said })
    return said
  }

  /** All is asked for once more when it is next seen: somebody has come back to the page, or the network has. */
  again() {
    this.#fresh.clear()
    this.#failedAt = -Infinity
    void this.look()
  }

  /** Something happened to whatever these ids name. */
  stale(ids: ReadonlySet<unknown>) {
    for (const [key, { ref, projectId }] of this.#known) {
      if (ids.has(projectId) || ref.split('/').some((part) => ids.has(part))) this.#fresh.delete(key)
    }
    void this.look()
  }

  #items(): Item[] {
    const { editor } = this.#of
    const from = toWorld(editor.camera, { x: 0, y: 0 })
    const to = toWorld(editor.camera, { x: editor.screen.w, y: editor.screen.h })
    const view = { x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y }
    return editor.scene.order.filter(({ thing, bounds }) => isLiving(thing) && overlaps(bounds, view))
  }

  /** Asks for what is on the screen and has not been asked for. */
  async look(): Promise<void> {
    const { editor, now } = this.#of
    if (this.#asking || editor.screen.w === 0 || now() - this.#failedAt < againMs) return
    const wanted = new Map<string, Named>()
    for (const { thing } of this.#items()) {
      if (!isLiving(thing)) continue
      const { of, ref } = thing
      const key = keyOf(thing)
      if (!this.#fresh.has(key) && wanted.size < atOnce) wanted.set(key, { of, ref })
    }
    if (wanted.size === 0) return
    this.#asking = true
    // What happens while the question is on its way is asked for again.
    for (const key of wanted.keys()) this.#fresh.add(key)
    try {
      this.#hear(await this.#of.ask([...wanted.values()]))
    } catch {
      for (const key of wanted.keys()) this.#fresh.delete(key)
      this.#failedAt = now()
    } finally {
      this.#asking = false
    }
    void this.look()
  }

  #hear(cards: readonly Card[]) {
    const { editor } = this.#of
    const changed = new Set<string>()
    for (const one of cards) {
      const key = keyOf(one)
      if (JSON.stringify(this.#known.get(key)) !== JSON.stringify(one)) changed.add(key)
      // The last told stands last: what goes first is what was not asked for longest.
      this.#known.delete(key)
      this.#known.set(key, one)
    }
    if (changed.size === 0) return
    this.#of.keep(JSON.stringify([...this.#known.values()].slice(-keptMax)))
    const items = editor.scene.order.filter(({ thing }) => isLiving(thing) && changed.has(keyOf(thing)))
    // Read anew they are painted anew, and whoever reads the board aloud hears of it too.
    editor.changed(items.map(({ id }) => id))
    this.#of.heard(cards)
  }
}

export const askCards: Sight['ask'] = (cards) => ask<typeof card.look>(fetch, 'POST', '/api/card', { body: { cards: [...cards] } })
