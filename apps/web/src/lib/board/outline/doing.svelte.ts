import { tick } from 'svelte'
import { answersMax } from '@sheber/document/answer'
import { addAnswer } from '@sheber/document/poll'
import type { Names } from '../command/names.ts'
import { isAsking } from '../core/command/asking.ts'
import { bringBack, commands, type CommandName } from '../core/commands.ts'
import { fitted, toScreen } from '../core/camera.ts'
import { middleOf } from '../core/geometry.ts'
import { join, pinsOf, rejoin } from '../core/join.ts'
import { kindOf } from '../core/kinds.ts'
import type { StampName } from '../core/stamps.ts'
import type { Stage } from '../stage.svelte.ts'
import { openRound, toggleDot } from '../vote/dots.ts'
import { isRepeated, offeredIn, sections, type Section } from './commands.ts'
import { add, exchange, frameBeside, frameOf, isHeld, moveTo, removeBranches, type Added } from './deeds.ts'
import type { Deed } from './keys.ts'
import { inkPlace, isAskedAbove, laid, mayLay, stampFrom, type Bringing, type Laid, type Pieces } from './laying.ts'
import { deedsOf, type MenuDeed } from './offered.ts'
import { itemsWithin, type Row } from './outline.ts'
import { partsOf } from './parts.ts'
import type { Standing } from './standing.svelte.ts'
import { calledOf, type Teller } from './tell.ts'

/** What one chooses from a list that can be searched. */
export type Picking = 'pin' | 'connect' | 'lead' | 'come' | 'move' | 'part' | 'group' | 'stamp' | 'piece'
/** What is chosen, numbered and pressed in a sheet of its own. */
export type Sheet = 'look' | 'tracks' | 'vote'

interface Asked {
  readonly stage: Stage
  readonly standing: Standing
  readonly teller: Teller
  /** Of the commands, as the canvas calls them. */
  readonly names: Names
  readonly bringing: Bringing
  /** The list covers the board, and what is to be seen lies behind it. */
  readonly uncover: () => void
}

/** What is done from the row on which one stands, or with all that were chosen, and what is said of it. */
export class Doing {
  readonly #asked: Asked

  writing = $state<string | null>(null)
  /** Of what is written: which cell or answer, '' for its own words. */
  part = $state('')
  popup = $state<'menu' | 'add' | Picking | Sheet | null>(null)
  /** Of the menu, null for its first page. */
  section = $state<Section | null>(null)
  /** Of what one stands on: the pin that is to be connected, '' for it as a whole. */
  pin = $state('')
  said = $state('')
  /** What was deleted, with the way back. */
  offer = $state.raw<{ readonly text: string; readonly ids: readonly string[] } | null>(null)
  /** Something was asked for that comes later: what was chosen until then. */
  #awaits: ReadonlySet<string> | null = null
  /** A poll of one's own that the canvas is about to open for writing. */
  #fresh: string | null = null

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
  get #standing() {
    return this.#asked.standing
  }
  get #row() {
    return this.#standing.row
  }
  /** The one thing that is meant, where one is. */
  get #item() {
    const [row, ...others] = this.#standing.picked
    return others.length === 0 ? row?.branch.items[0] : undefined
  }

  refresh() {
    this.#standing.refresh()
    if (this.writing !== null && !this.#editor.scene.get(this.writing)) this.endWriting('leave')
  }

  write(row: Row | undefined) {
    const [item] = row?.branch.items ?? []
    if (!row || !item || row.branch.what !== 'thing') return
    const { kind } = item.thing
    if (kind === 'timer') return (this.popup = 'vote')
    // Whoever may not write looks at a vote, and at cells one by one.
    if (kind === 'poll' && (!this.#may || item.thing.closed)) return (this.popup = 'vote')
    // Cells and answers: one says which. Whoever may not write hears them there.
    if (kind === 'table' || kind === 'poll') return (this.popup = 'part')
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
    const item = this.#item
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
    this.#standing.focus()
    if (how === 'next') this.add('note')
  }

  add(kind: Added) {
    const standing = this.#standing
    const row = this.#row
    standing.chooseNone()
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
    const { picked } = this.#standing
    if (picked.length === 0) return
    const ids = removeBranches(
      this.#editor,
      picked.map(({ branch }) => branch),
    )
    if (ids.length === 0) return (this.said = this.#may ? this.#w.held : this.#w.readOnly)
    this.#standing.chooseNone()
    this.offer = { text: this.#w.deleted(ids.length), ids }
    this.said = this.#w.deleted(ids.length)
    this.refresh()
  }

  restore() {
    if (this.offer) bringBack(this.#editor, this.offer.ids)
    this.offer = null
    this.refresh()
    this.#standing.focus()
  }

  #move(by: -1 | 1) {
    const standing = this.#standing
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
    const { rows } = this.#standing
    return frameOf(
      rows,
      rows.find(({ id }) => id === row.parent),
    )
  }

  /** All that is meant, one after another; null: off the frame on which it lies. */
  moveOnto(frameId: string | null) {
    const standing = this.#standing
    const frame = frameId === null ? null : (this.#editor.scene.get(frameId) ?? null)
    const rows = standing.picked.filter((row) => row.id !== frameId && (frame !== null || this.homeOf(row) !== null))
    if (rows.length === 0) return (this.said = this.#w.nowhere)
    const moved = rows.filter((row) => moveTo(this.#editor, row, frame, this.homeOf(row)))
    if (frame) standing.setFold(frame.id, true)
    this.refresh()
    if (this.#row) standing.stand(this.#row.id)
    if (moved.length === 0) return (this.said = this.#w.held)
    this.said = frame ? this.#w.onFrame(calledOf(this.#asked.teller, frame.thing)) : this.#w.offFrame
  }

  show() {
    this.#standing.select()
    const box = this.#editor.frame()
    if (!this.#row || !box) return
    this.#asked.uncover()
    this.#editor.camera = fitted(box, this.#editor.screen)
  }

  /** Which pin it is to be, where it has some; then what it is connected with. */
  #connect() {
    const item = this.#item
    this.pin = ''
    this.popup = item && pinsOf(item).length > 0 ? 'pin' : 'connect'
  }

  connectTo(id: string, pin: string) {
    const from = this.#item
    if (!from || join(this.#editor, { id: from.id, pin: this.pin }, { id, pin }) === null) return
    this.refresh()
    this.#standing.stand(from.id)
    this.said = this.#w.connected
  }

  /** An end of the connector on which one stands. */
  endAt(end: 'a' | 'b', id: string, pin: string) {
    const line = this.#item
    if (!line) return
    if (!rejoin(this.#editor, line.id, end, { id, pin })) return (this.said = this.#w.held)
    this.refresh()
    this.#standing.stand(line.id)
    this.said = this.#w.connected
  }

  groupWith(id: string) {
    const item = this.#item
    if (!item) return
    this.#editor.select([item.id, id])
    if (!commands.group.may(this.#editor)) return (this.said = this.#w.held)
    commands.group(this.#editor)
    this.refresh()
    this.#standing.stand(item.id)
    this.said = this.#w.did(this.#asked.names.group)
  }

  /** A command of the board, for all that is meant. What it makes or chooses is what one stands on next. */
  async run(name: CommandName) {
    const editor = this.#editor
    if (!isRepeated(name)) this.close()
    this.#standing.select()
    if (!commands[name].may(editor)) return (this.said = this.#w.held)
    const before = new Set(editor.selection)
    try {
      await commands[name](editor)
    } catch {
      // A browser may keep its clipboard to itself.
      return (this.said = this.#w.noClipboard)
    }
    const written = editor.editing
    if (written !== null) editor.edit(null)
    this.refresh()
    const after = editor.selection
    if (after.size > 0 && [...after].some((id) => !before.has(id))) this.#standing.adopt(after)
    this.said = ''
    // What only opens something speaks for itself.
    if (isAsking(name)) return
    await tick()
    this.said = this.#w.did(this.#asked.names[name])
    // What is copied along a connector is to be told by its own words.
    if (written !== null) this.write(this.#row)
  }

  #dot() {
    const item = this.#item
    const round = openRound(this.#editor)
    if (!item || !round) return
    const given = toggleDot(this.#editor, round, this.#editor.outside.me, item.id)
    this.refresh()
    const { dot } = this.#w
    this.said = given.is === 'given' || given.is === 'taken' ? dot[given.is](given.left) : dot[given.is]
  }

  #comment() {
    const item = this.#item
    if (!item) return
    this.#asked.uncover()
    this.#editor.ask('comment', { at: toScreen(this.#editor.camera, middleOf(item)), id: item.id })
  }

  #turn() {
    this.show()
    commands.turn(this.#editor)
  }

  #about() {
    this.#standing.select()
    commands.about(this.#editor)
  }

  /** What is asked for first, or chosen from a list, before it lies on the board. */
  lay(what: Laid) {
    const { bringing } = this.#asked
    this.popup = null
    if (what === 'stamp' || what === 'piece') return (this.popup = what)
    if (isAskedAbove(what)) this.#asked.uncover()
    if (what === 'ink') return this.#draw()
    this.#awaits = new Set(this.#editor.selection)
    // Over what was chosen one by one; the row on which one happens to stand is no choice of what is voted on.
    if (what === 'round' && !this.#standing.several) this.#editor.select([])
    if (what === 'file' || what === 'template') bringing[what]?.()
    else if (what === 'photo') this.#editor.ask('photo')
    else commands[what](this.#editor)
  }

  /** With a pen led by keys, right after the row on which one stands; then one stands on what was drawn. */
  #draw() {
    const editor = this.#editor
    const standing = this.#standing
    const drawings = () => editor.scene.order.filter(({ thing }) => thing.kind === 'ink').map(({ id }) => id)
    const before = new Set(drawings())
    const done = () => {
      this.refresh()
      const fresh = new Set(drawings().filter((id) => !before.has(id)))
      standing.chooseNone()
      // All drawings of a place are one row.
      const row = standing.rows.find(({ branch }) => branch.what === 'drawings' && branch.items.some(({ id }) => fresh.has(id)))
      if (row) standing.stand(row.id)
      standing.focus()
      this.said = row ? this.#w.did(this.#w.add.ink) : this.#w.nothingDrawn
    }
    editor.tool = 'pen'
    editor.ask('aim', { at: inkPlace(editor, standing.rows, this.#row), done })
  }

  get isAwaiting() {
    return this.#awaits !== null
  }

  /** Something else is chosen on the board than before, or is open there for writing: it may be what was asked for. */
  arrived(single: string | null, editing: string | null) {
    if (editing !== null && editing === this.#fresh) {
      // It is written here, where one is.
      this.#fresh = null
      this.#editor.edit(null)
    }
    if (single === null || !this.#awaits || this.#awaits.has(single)) return
    this.#awaits = null
    this.refresh()
    this.#standing.adopt(new Set([single]))
    const thing = this.#editor.scene.get(single)?.thing
    if (thing?.kind !== 'poll' || thing.text) return this.#standing.focus()
    if (editing === single) this.#editor.edit(null)
    else this.#fresh = single
    this.write(this.#row)
  }

  get layable(): readonly Laid[] {
    return laid.filter((what) => mayLay(this.#editor, what, this.#asked.bringing))
  }

  layStamp(name: StampName, called: string) {
    const under = stampFrom(this.#editor, name, this.#standing.rows, this.#row)
    this.#laid(called, under ? calledOf(this.#asked.teller, under.thing) : '')
  }

  layPiece(pieces: Pieces, id: string) {
    this.#standing.select()
    if (pieces.lay(this.#editor, id, this.#standing.rows, this.#row)) this.#laid(pieces.lots.find((lot) => lot.id === id)?.words ?? '', '')
  }

  #laid(called: string, under: string) {
    const { selection } = this.#editor
    this.refresh()
    this.#standing.chooseNone()
    this.#standing.adopt(selection)
    this.close()
    this.said = under ? this.#w.laidOn(called, under) : this.#w.did(called)
  }

  #into() {
    const row = this.#row
    const frame = row && frameBeside(this.#standing.rows, row)
    if (frame) this.moveOnto(frame.id)
    else this.said = this.#w.nowhere
  }

  #chosen() {
    const { chosen } = this.#standing
    this.said = chosen.size > 0 ? this.#w.chosen(chosen.size) : this.#w.chosenNone
  }

  choose(id: string) {
    this.#standing.toggle(id)
    this.#chosen()
  }

  reach(to: number) {
    this.#standing.reach(to)
    this.#chosen()
  }

  all() {
    this.#standing.chooseAll()
    this.#chosen()
  }

  none() {
    this.#standing.chooseNone()
    this.#chosen()
    this.#standing.focus()
  }

  close() {
    this.popup = null
    this.section = null
    this.#standing.focus()
  }

  /** One step back: from a section to the menu, from there to the rows. */
  back() {
    if (this.popup === 'menu' && this.section !== null) this.section = null
    else this.close()
  }

  openMenu() {
    this.section = null
    this.popup = this.popup !== 'menu' && this.#row ? 'menu' : null
    this.#standing.select()
  }

  readonly perform: Readonly<Record<Deed | MenuDeed, () => void>> = {
    write: () => this.write(this.#row),
    open: () => this.write(this.#row),
    add: () => this.add('note'),
    remove: () => this.#remove(),
    menu: () => this.openMenu(),
    earlier: () => this.#move(-1),
    later: () => this.#move(1),
    into: () => this.#into(),
    out: () => this.moveOnto(null),
    show: () => this.show(),
    about: () => this.#about(),
    undo: () => this.step('undo'),
    redo: () => this.step('redo'),
    connect: () => this.#connect(),
    duplicate: () => void this.run('duplicate'),
    comment: () => this.#comment(),
    lead: () => (this.popup = 'lead'),
    come: () => (this.popup = 'come'),
    move: () => (this.popup = 'move'),
    group: () => (this.popup = 'group'),
    tracks: () => (this.popup = 'tracks'),
    vote: () => (this.popup = 'vote'),
    timer: () => (this.popup = 'vote'),
    look: () => {
      this.#standing.select()
      this.popup = 'look'
    },
    turn: () => this.#turn(),
    dot: () => this.#dot(),
    choose: () => this.#row && this.choose(this.#row.id),
    all: () => this.all(),
    none: () => this.none(),
  }

  step(name: 'undo' | 'redo') {
    commands[name](this.#editor)
    this.refresh()
    this.said = this.#w.did(this.#asked.names[name])
  }

  /** From the menu, which is gone first. */
  async act(deed: MenuDeed) {
    this.close()
    await tick()
    this.perform[deed]()
  }

  /** The editor is not reactive: what may be done is looked at anew when the rows or the choice have changed. */
  #heed() {
    void this.#standing.branches
    void this.#asked.stage.choice
  }

  /** What the menu offers of all that is meant. */
  get deeds(): readonly MenuDeed[] {
    this.#heed()
    const { picked } = this.#standing
    return deedsOf(
      this.#editor,
      picked,
      picked.some((row) => this.homeOf(row) !== null),
    )
  }

  get sections(): readonly Section[] {
    this.#heed()
    return sections.filter((section) => offeredIn(this.#editor, section).length > 0)
  }

  get commands(): readonly CommandName[] {
    this.#heed()
    return this.section === null ? [] : offeredIn(this.#editor, this.section)
  }
}
