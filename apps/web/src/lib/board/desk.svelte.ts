import { openBoard } from '@sheber/document/board'
import type { Thing } from '@sheber/document/thing'
import type { Room } from '#lib/room.svelte.ts'
import type { Words } from '#lib/words/words.ts'
import { shareHand } from './awareness.ts'
import { browserClipboard } from './clipboard.ts'
import { Company } from './company.svelte.ts'
import type { Said } from './core/asked.ts'
import { bringBack, removeSelected } from './core/command/removing.ts'
import { Editor } from './core/editor.ts'
import type { News } from './core/scene.ts'
import { newThingId } from '#lib/new-id.ts'
import { createWidths } from './look.ts'
import { Stage } from './stage.svelte.ts'

export interface Person {
  readonly id: string
  readonly name: string
}

interface Offer {
  readonly text: string
  /** What may be brought back; nothing where it is only a word. */
  readonly ids: readonly string[]
}

const offerMs = 8_000
const aloudMs = 4_000

/** One person at one board: the editor, its stage, the hand shown to others, and what is said about what happens. */
export class Desk {
  readonly stage: Stage
  readonly company: Company
  readonly me: Person
  readonly #words: Words['board']
  readonly #nameOf: (id: string) => string
  readonly #hand: ReturnType<typeof shareHand>
  #news = new Map<string, { came: number; gone: number }>()
  #speaking: ReturnType<typeof setTimeout> | undefined
  #offering: ReturnType<typeof setTimeout> | undefined
  #armed = false

  /** A deletion that can be taken back by a tap. */
  offer = $state.raw<Offer | null>(null)
  /** For screen readers: others' big actions and changed rights. */
  aloud = $state('')

  constructor(room: Room, me: Person, words: Words['board'], nameOf: (id: string) => string) {
    this.#words = words
    this.me = me
    this.#nameOf = nameOf
    const widths = createWidths()
    const clipboard = browserClipboard()
    const outside = { me: me.id, newId: newThingId, now: () => Date.now(), measure: widths.measure, ...(clipboard && { clipboard }) }
    const editor = new Editor(openBoard(room.doc), outside)
    editor.may = room.closedFor === null ? room.right : 'read'
    this.stage = new Stage(editor, widths, nameOf, words)
    this.company = new Company(editor, me.id)
    this.#hand = shareHand(room.awareness, editor, me, () => this.company.told())
    editor.listen((news) => this.#hear(news))
    editor.answer('said', (said) => this.#propose({ text: this.#sentence(said), ids: [] }))
  }

  get point() {
    return this.#hand.point
  }

  close() {
    clearTimeout(this.#speaking)
    clearTimeout(this.#offering)
    this.#hand.stop()
    this.company.close()
    this.stage.close()
    this.stage.editor.close()
  }

  /** From now on it is told what others do: the first content is no news. */
  arm() {
    // A look: what has come so far is read by it, and heard before anybody listens.
    void this.stage.editor.scene
    this.#armed = true
  }

  grant(may: 'read' | 'write') {
    const { editor } = this.stage
    if (editor.may === may) return
    editor.may = may
    this.aloud = may === 'read' ? this.#words.lookNow : this.#words.writeNow
  }

  remove() {
    const ids = removeSelected(this.stage.editor)
    if (ids.length > 0) this.#propose({ text: this.#words.deleted(ids.length), ids })
  }

  restore() {
    if (this.offer) bringBack(this.stage.editor, this.offer.ids)
    this.offer = null
  }

  /** What was offered of these is told elsewhere. */
  withdraw(ids: readonly string[]) {
    if (this.offer?.ids.some((id) => ids.includes(id))) this.offer = null
  }

  /** A sentence that asks for nothing. */
  say(text: string) {
    this.#propose({ text, ids: [] })
  }

  /** Without a network a part of the board may not come. */
  missing() {
    this.say(this.#words.missing)
  }

  #sentence(said: Said): string {
    const words = this.#words.said
    return said.what === 'tooMany' ? words.tooMany(said.most) : words[said.what]
  }

  #propose(offer: Offer) {
    clearTimeout(this.#offering)
    this.offer = offer
    this.#offering = setTimeout(() => (this.offer = null), offerMs)
  }

  #hear({ came, gone }: News) {
    const lost = gone.find(({ id, deleted }) => id === this.stage.editing && deleted?.by !== this.me.id)
    if (lost) this.#propose({ text: this.#words.takenAway, ids: [lost.id] })
    if (!this.#armed) return
    for (const thing of came) this.#count(thing.by, 'came')
    for (const thing of gone) this.#count(removerOf(thing), 'gone')
    if (this.#news.size > 0) this.#speaking ??= setTimeout(() => this.#speak(), aloudMs)
  }

  #count(by: string, what: 'came' | 'gone') {
    if (by === this.me.id) return
    const counted = this.#news.get(by) ?? { came: 0, gone: 0 }
    counted[what]++
    this.#news.set(by, counted)
  }

  #speak() {
    const { people } = this.#words
    const said = [...this.#news].flatMap(([by, { came, gone }]) => {
      const name = this.#nameOf(by) || people.somebody
      return [came > 0 && people.came(name, came), gone > 0 && people.removed(name, gone)].filter((line) => line !== false)
    })
    this.aloud = said.join('. ')
    this.#news = new Map()
    this.#speaking = undefined
  }
}

const removerOf = (thing: Thing) => thing.deleted?.by ?? ''
