import { tick } from 'svelte'
import { answersMax } from '@sheber/document/answer'
import type { NoteColour, PaintName } from '@sheber/document/colour'
import { addAnswer } from '@sheber/document/poll'
import { addColumn, addRow } from '@sheber/document/table'
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
import { openRound, toggleAnswer, toggleDot } from '../vote/dots.ts'
import { isVotable } from '../vote/result.ts'
import { itemsWithin, type Row } from './outline.ts'
import { partsOf } from './parts.ts'
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
  /** Of what is written: which cell or answer, '' for its own words. */
  part = $state('')
  popup = $state<'menu' | 'add' | 'pin' | 'connect' | 'move' | 'part' | 'vote' | 'group' | null>(null)
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
    if (this.writing !== null && !this.#editor.scene.get(this.writing)) this.endWriting('leave')
  }

  write(row: Row | undefined) {
    const [item] = row?.branch.items ?? []
    if (!row || !item || row.branch.what !== 'thing') return
    // Cells and answers: one says which. Whoever may not write hears them there.
    if (item.thing.kind === 'table' || item.thing.kind === 'poll') return (this.popup = 'part')
    // What has no words may lead somewhere.
    if (!kindOf(item.thing).writing) return this.#editor.edit(item.id)
    if (!this.#may) this.said = this.#w.readOnly
    else if (isHeld(item.thing, 'content')) this.said = this.#w.held
    else {
      this.popup = null
      this.part = ''
      this.writing = row.id
    }
  }

  /** One of the parts of the thing on which one stands. */
  writePart(part: string) {
    const [item] = this.#row?.branch.items ?? []
    this.close()
    if (!item) return
    if (!this.#may) return (this.said = this.#w.readOnly)
    if (isHeld(item.thing, 'content')) return (this.said = this.#w.held)
    this.part = part
    this.writing = item.id
  }

  /** What the field in which one writes is called. */
  get place(): string {
    return this.#parts.find(({ part }) => part === this.part)?.place ?? this.#w.write
  }

  get #parts() {
    // Read anew: an answer may have been added a moment ago.
    const item = this.writing === null ? undefined : this.#editor.scene.get(this.writing)
    return item ? partsOf(item.thing, this.#w.part) : []
  }

  /** Enter goes on to the next cell or answer; behind the last answer a new one begins. */
  #nextPart(): boolean {
    const item = this.writing === null ? undefined : this.#editor.scene.get(this.writing)
    if (!item) return false
    const parts = this.#parts
    const at = parts.findIndex(({ part }) => part === this.part)
    const isPoll = item.thing.kind === 'poll'
    if (isPoll && at === parts.length - 1 && parts[at]?.words && at < answersMax)
      addAnswer(this.#editor.board, item.id, this.#editor.outside.newId())
    const next = this.#parts[at + 1]
    if (!next) return false
    this.#editor.undo.stopCapturing()
    this.part = next.part
    this.said = next.place
    return true
  }

  /** `enter` ends a text and goes on to the next part; `next` wants a new note after it; `leave` only ends. */
  endWriting(how: 'enter' | 'next' | 'leave') {
    if (this.writing === null) return
    if (how === 'enter' && this.#nextPart()) return
    this.writing = null
    this.refresh()
    this.#asked.standing.focus()
    if (how === 'next') this.add('note')
  }

  add(kind: Added) {
    const { standing } = this.#asked
    const row = this.#row
    const id = add(this.#editor, kind, standing.rows, row)
    if (id === null) return (this.said = this.#w.readOnly)
    if (row) standing.setFold(row.id, true)
    this.refresh()
    standing.stand(id)
    if (kind === 'table') return this.write(this.#row)
    this.part = ''
    this.writing = id
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

  /** By a command of the board, for what one stands on. */
  #command(name: 'front' | 'back' | 'ungroup') {
    this.#choose()
    if (!commands[name].may(this.#editor)) return (this.said = this.#w.held)
    commands[name](this.#editor)
    this.refresh()
    this.said = this.#w.done[name]
  }

  groupWith(id: string) {
    const [item] = this.#row?.branch.items ?? []
    if (!item) return
    this.#editor.select([item.id, id])
    if (!commands.group.may(this.#editor)) return (this.said = this.#w.held)
    commands.group(this.#editor)
    this.refresh()
    this.#asked.standing.stand(item.id)
    this.said = this.#w.done.group
  }

  #grow(side: 'row' | 'column') {
    const [item] = this.#row?.branch.items ?? []
    if (item?.thing.kind !== 'table') return
    if (isHeld(item.thing, 'content')) return (this.said = this.#w.held)
    const editor = this.#editor
    const after = (side === 'row' ? item.thing.rows : item.thing.columns).at(-1)?.id ?? ''
    editor.step(() => (side === 'row' ? addRow : addColumn)(editor.board, item.id, after, editor.outside.newId()))
    this.refresh()
    this.said = this.#w.done[side]
  }

  #dot() {
    const [item] = this.#row?.branch.items ?? []
    const round = openRound(this.#editor)
    if (!item || !round) return
    const given = toggleDot(this.#editor, round, this.#editor.outside.me, item.id)
    this.refresh()
    const { dot } = this.#w
    this.said = given.is === 'given' || given.is === 'taken' ? dot[given.is](given.left) : dot[given.is]
  }

  /** For an answer of the poll on which one stands, or taken back. */
  voteFor(answer: string) {
    const [item] = this.#row?.branch.items ?? []
    this.close()
    if (item?.thing.kind !== 'poll') return
    if (!this.#may) return (this.said = this.#w.readOnly)
    if (item.thing.closed) return (this.said = this.#w.vote.closed)
    toggleAnswer(this.#editor, item.thing, this.#editor.outside.me, answer)
    this.refresh()
    this.said = this.#w.done.vote
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
    group: () => (this.popup = 'group'),
    ungroup: () => this.#command('ungroup'),
    front: () => this.#command('front'),
    back: () => this.#command('back'),
    addRow: () => this.#grow('row'),
    addColumn: () => this.#grow('column'),
    vote: () => (this.popup = 'vote'),
    dot: () => this.#dot(),
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
    const round = openRound(this.#editor)
    const votes = isThing && item && round && isVotable(round, item.thing) ? (['dot'] as const) : []
    const grows = item?.thing.kind === 'table' ? (['addRow', 'addColumn'] as const) : []
    return [
      ...open,
      ...(isThing && item && kindOf(item.thing).writing ? (['write'] as const) : []),
      ...grows,
      ...(item?.thing.kind === 'poll' ? (['vote'] as const) : []),
      ...votes,
      'add',
      'show',
      ...(isThing && !isLine ? (['connect'] as const) : []),
      ...(isThing ? (['duplicate'] as const) : []),
      ...(isThing && this.#editor.isAnswered('comment') ? (['comment'] as const) : []),
      ...(isThing && !isLine ? (['group'] as const) : []),
      ...(itemsWithin(row.branch).some(({ thing }) => thing.group) ? (['ungroup'] as const) : []),
      ...(isThing ? (['front', 'back'] as const) : []),
      ...(isLine ? [] : (['earlier', 'later', 'move'] as const)),
      ...(this.homeOf(row) && !isLine ? (['out'] as const) : []),
      itemsWithin(row.branch).some(({ thing }) => thing.lock) ? 'unlock' : 'lock',
      ...about,
      'remove',
    ]
  }
}
