import { tick } from 'svelte'
import type { NoteColour, PaintName } from '@sheber/document/colour'
import { bringBack, commands } from '../core/commands.ts'
import { fitted, toScreen } from '../core/camera.ts'
import { middleOf } from '../core/geometry.ts'
import { join, pinsOf } from '../core/join.ts'
import { kindOf } from '../core/kinds.ts'
import { opens } from '../core/opens.ts'
import type { Stage } from '../stage.svelte.ts'
import { add, colour, exchange, frameBeside, frameOf, isHeld, moveTo, removeBranch, setLock, type Added } from './deeds.ts'
import type { Deed } from './keys.ts'
import type { MenuDeed } from './Menu.svelte'
import { itemsWithin, type Row } from './outline.ts'
import type { Standing } from './standing.svelte.ts'
import { calledOf, type Teller } from './tell.ts'

/** What is not laid by the list itself: each asks for something first. */
const laid = ['image', 'link', 'card', 'poll', 'timer'] as const
export type Laid = (typeof laid)[number]

interface Asked {
  readonly stage: Stage
  readonly standing: Standing
  readonly teller: Teller
  /** The list covers the board, and what is to be seen lies behind it. */
  readonly uncover: () => void
}

/** What is done from the row on which one stands, and what is said of it. */
export class Doing {
  readonly #asked: Asked

  writing = $state<string | null>(null)
  popup = $state<'menu' | 'add' | 'pin' | 'connect' | 'move' | null>(null)
  /** Of what one stands on: the pin that is to be connected, '' for it as a whole. */
  pin = $state('')
  said = $state('')
  /** What was deleted, with the way back. */
  offer = $state.raw<{ readonly text: string; readonly ids: readonly string[] } | null>(null)

  constructor(asked: Asked) {
    this.#asked = asked
  }

  get #editor() {
    return this.#asked.stage.editor
  }
  get #w() {
    return this.#asked.teller.w
  }
  get #may() {
    return this.#asked.stage.may === 'write'
  }
  get #row() {
    return this.#asked.standing.row
  }

  refresh() {
    this.#asked.standing.refresh()
    if (this.writing !== null && !this.#editor.scene.get(this.writing)) this.endWriting(false)
  }

  write(row: Row | undefined) {
    const [item] = row?.branch.items ?? []
    if (!row || !item || row.branch.what !== 'thing') return
    // What has no words may lead somewhere.
    if (!kindOf(item.thing).writing) return this.#editor.edit(item.id)
    // Cells and answers have fields of their own, which open where the thing lies.
    if (this.#may && !isHeld(item.thing, 'content') && (item.thing.kind === 'table' || item.thing.kind === 'poll')) {
      this.show()
      return this.#editor.edit(item.id)
    }
    if (!this.#may) this.said = this.#w.readOnly
    else if (isHeld(item.thing, 'content')) this.said = this.#w.held
    else {
      this.popup = null
      this.writing = row.id
    }
  }

  endWriting(next: boolean) {
    if (this.writing === null) return
    this.writing = null
    this.refresh()
    this.#asked.standing.focus()
    if (next) this.add('note')
  }

  add(kind: Added) {
    const { standing } = this.#asked
    const row = this.#row
    const id = add(this.#editor, kind, standing.rows, row)
    if (id === null) return (this.said = this.#w.readOnly)
    if (row) standing.setFold(row.id, true)
    this.refresh()
    standing.stand(id)
    if (kind === 'table') this.write(this.#row)
    else this.writing = id
  }

  #remove() {
    const row = this.#row
    if (!row) return
    const ids = removeBranch(this.#editor, row.branch)
    if (ids.length === 0) return (this.said = this.#may ? this.#w.held : this.#w.readOnly)
    this.offer = { text: this.#w.deleted(ids.length), ids }
    this.said = this.#w.deleted(ids.length)
    this.refresh()
  }

  restore() {
    if (this.offer) bringBack(this.#editor, this.offer.ids)
    this.offer = null
    this.refresh()
    this.#asked.standing.focus()
  }

  #move(by: -1 | 1) {
    const { standing } = this.#asked
    const row = this.#row
    if (!row) return
    if (!exchange(this.#editor, standing.rows, row, by))
      return (this.said = itemsWithin(row.branch).some(({ thing }) => isHeld(thing, 'place')) ? this.#w.held : this.#w.nowhere)
    this.refresh()
    standing.stand(row.id)
    this.said = this.#w.moved(standing.row?.at ?? row.at, standing.row?.of ?? row.of)
  }

  /** The frame on which a row lies. */
  homeOf(row: Row) {
    const { rows } = this.#asked.standing
    return frameOf(
      rows,
      rows.find(({ id }) => id === row.parent),
    )
  }

  moveOnto(frameId: string | null) {
    const { standing, teller } = this.#asked
    const row = this.#row
    if (!row) return
    const frame = frameId === null ? null : (this.#editor.scene.get(frameId) ?? null)
    const off = this.homeOf(row)
    if (!frame && !off) return (this.said = this.#w.nowhere)
    if (!moveTo(this.#editor, row, frame, off)) return (this.said = this.#w.held)
    if (frame) standing.setFold(frame.id, true)
    this.refresh()
    standing.stand(row.id)
    this.said = frame ? this.#w.onFrame(calledOf(teller, frame.thing)) : this.#w.offFrame
  }

  /** What one stands on is what is chosen on the board. */
  #choose() {
    const { branch } = this.#row ?? {}
    if (branch) this.#editor.select((branch.items.length > 0 ? branch.items : itemsWithin(branch)).map(({ id }) => id))
  }

  show() {
    this.#choose()
    const box = this.#editor.frame()
    if (!this.#row || !box) return
    this.#asked.uncover()
    this.#editor.camera = fitted(box, this.#editor.screen)
  }

  /** Which pin it is to be, where it has some; then what it is connected with. */
  #connect() {
    const [item] = this.#row?.branch.items ?? []
    this.pin = ''
    this.popup = item && pinsOf(item).length > 0 ? 'pin' : 'connect'
  }

  connectTo(id: string, pin: string) {
    const [from] = this.#row?.branch.items ?? []
    if (!from || join(this.#editor, { id: from.id, pin: this.pin }, { id, pin }) === null) return
    this.refresh()
    this.#asked.standing.stand(from.id)
    this.said = this.#w.connected
  }

  #duplicate() {
    this.#choose()
    commands.duplicate(this.#editor)
    const [copy] = this.#editor.selectedItems()
    this.refresh()
    if (copy) this.#asked.standing.stand(copy.id)
    this.said = this.#w.copied
  }

  #comment() {
    const [item] = this.#row?.branch.items ?? []
    if (!item) return
    this.#asked.uncover()
    this.#editor.ask('comment', { at: toScreen(this.#editor.camera, middleOf(item)), id: item.id })
  }

  /** What others lay for the list: a question first, then the thing, near the middle of what is seen. */
  lay(what: Laid) {
    this.popup = null
    if (what !== 'timer') this.#asked.uncover()
    commands[what](this.#editor)
  }

  get layable(): readonly Laid[] {
    return laid.filter((what) => commands[what].may(this.#editor))
  }

  #lock(how: '' | 'all') {
    if (this.#row) setLock(this.#editor, this.#row.branch, how)
    this.refresh()
  }

  #into() {
    const row = this.#row
    const frame = row && frameBeside(this.#asked.standing.rows, row)
    if (frame) this.moveOnto(frame.id)
    else this.said = this.#w.nowhere
  }

  close() {
    this.popup = null
    this.#asked.standing.focus()
  }

  readonly perform: Readonly<Record<Deed | MenuDeed, () => void>> = {
    write: () => this.write(this.#row),
    open: () => this.write(this.#row),
    add: () => this.add('note'),
    remove: () => this.#remove(),
    menu: () => (this.popup = this.#row ? 'menu' : null),
    earlier: () => this.#move(-1),
    later: () => this.#move(1),
    into: () => this.#into(),
    out: () => this.moveOnto(null),
    show: () => this.show(),
    about: () => {
      this.#choose()
      commands.about(this.#editor)
    },
    undo: () => commands.undo(this.#editor),
    redo: () => commands.redo(this.#editor),
    connect: () => this.#connect(),
    duplicate: () => this.#duplicate(),
    comment: () => this.#comment(),
    move: () => (this.popup = 'move'),
    lock: () => this.#lock('all'),
    unlock: () => this.#lock(''),
  }

  /** From the menu, which is gone first. */
  async choose(deed: MenuDeed) {
    this.close()
    await tick()
    this.perform[deed]()
  }

  paint(chosen: NoteColour | PaintName) {
    if (this.#row && !colour(this.#editor, this.#row.branch, chosen)) this.said = this.#w.held
    this.close()
    this.refresh()
  }

  /** What the menu offers of the row on which one stands. */
  offered(): MenuDeed[] {
    const row = this.#row
    const [item] = row?.branch.items ?? []
    if (!row) return []
    const about = commands.about.may(this.#editor) ? (['about'] as const) : []
    const isThing = row.branch.what === 'thing'
    const open = isThing && item && opens(item.thing) ? (['open'] as const) : []
    if (!this.#may) return [...open, 'show', ...about]
    const isLine = item?.thing.kind === 'connector'
    return [
      ...open,
      ...(isThing && item && kindOf(item.thing).writing ? (['write'] as const) : []),
      'add',
      'show',
      ...(isThing && !isLine ? (['connect'] as const) : []),
      ...(isThing ? (['duplicate'] as const) : []),
      ...(isThing && this.#editor.isAnswered('comment') ? (['comment'] as const) : []),
      ...(isLine ? [] : (['earlier', 'later', 'move'] as const)),
      ...(this.homeOf(row) && !isLine ? (['out'] as const) : []),
      itemsWithin(row.branch).some(({ thing }) => thing.lock) ? 'unlock' : 'lock',
      ...about,
      'remove',
    ]
  }
}
