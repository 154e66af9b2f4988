import { addThings, openBoard, readBoard, restore, typeText } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import type { NewThing } from '@sheber/document/thing'
import * as Y from 'yjs'
import { technical } from '../paper/paper.fixture.ts'
import { voted } from '../vote/kinds.ts'
import { workshop } from '../workshop/kinds.ts'
import { clock, createEditor, draw } from './board.fixture.ts'
import { commands, style, type CommandName } from './commands.ts'
import { keepLeader } from './connect.ts'
import { toolNames, type Editor } from './editor.ts'
import { join, pinsOf, type Spot } from './join.ts'
import { keepKinds } from './kinds.ts'
import { lead } from './route.ts'
import { allTools } from './tool/all.ts'

keepKinds({ ...workshop, ...voted })
keepLeader(lead)

/** Random work by several hands at several documents; a seed tells it over again. */

const random = (seed: number) => {
  let state = seed * 2654435761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
  const whole = (most: number) => Math.floor(next() * most)
  return { next, whole, oneOf: <T>(list: readonly T[]): T => list[whole(list.length)] as T }
}
type Chance = ReturnType<typeof random>

const names = Object.keys(commands) as CommandName[]
const wild = [NaN, 1e308, -1e308, Infinity]

const person = (name: string) => {
  let ids = 0
  let now = 0
  const doc = new Y.Doc()
  const editor = createEditor(openBoard(doc), { me: name, newId: () => `${name}${++ids}`, now: () => ++now })
  return { name, doc, editor, tools: allTools(editor, clock().ring) }
}
type Person = ReturnType<typeof person>

const choose = (editor: Editor, chance: Chance) => {
  const all = editor.scene.order.map(({ id }) => id)
  editor.select(all.filter(() => chance.next() < 0.4))
}

const place = (chance: Chance) => [chance.whole(900), chance.whole(700)] as const

const gesture = ({ editor, tools }: Person, chance: Chance) => {
  editor.tool = chance.oneOf(toolNames)
  const places = Array.from({ length: 1 + chance.whole(5) }, () => place(chance))
  const grip = chance.next() < 0.4 ? chance.oneOf(['nw', 'e', 's', 'se', 'turn', 'a', 'b', 'bend'] as const) : null
  const held = { shift: chance.next() < 0.2, alt: chance.next() < 0.2, ctrl: chance.next() < 0.2, grip }
  if (chance.next() < 0.05) places.push([chance.oneOf(wild), chance.oneOf(wild)])
  draw(editor, tools[editor.tool], places, held)
}

const act = (one: Person, chance: Chance) => {
  const { editor } = one
  const what = chance.next()
  if (what < 0.35) gesture(one, chance)
  else if (what < 0.8) {
    if (chance.next() < 0.7) choose(editor, chance)
    commands[chance.oneOf(names)](editor, chance.next() < 0.3)
  } else if (what < 0.85) {
    const [from, to] = [spot(editor, chance), spot(editor, chance)]
    if (from && to) join(editor, from, to)
  } else if (what < 0.92) {
    choose(editor, chance)
    style(editor, chance.oneOf([{ fill: 'blue' }, { width: 1e308 }, { size: NaN }, { bend: 1e308 }, { route: 'elbow' }] as const))
  } else {
    const item = editor.scene.order[chance.whole(editor.scene.size)]
    if (item) typeText(editor.board, item.id, `${item.thing.text.slice(chance.whole(3))}${one.name}${chance.whole(99)}`)
  }
}

/** What comes from a tray of its own and from no tool. */
const stock = (): NewThing[] => [
  ...(['dimension', 'part', 'symbol', 'table'] as const).map((kind) => ({
    ...(technical.find((thing) => thing.kind === kind) as NewThing),
    ...(kind === 'dimension' && { a: null, b: null }),
    at: 1,
  })),
  {
    kind: 'poll',
    id: 'poll',
    g: [500, 100, 340, 120],
    text: 'Неше қалақ?',
    answers: [
      { id: 'a0.a', words: 'Үш' },
      { id: 'a1.b', words: 'Бес' },
    ],
    by: 'а',
    at: 1,
  },
]

/** A thing, or one of its pins. */
const spot = (editor: Editor, chance: Chance): Spot | null => {
  const item = editor.scene.order[chance.whole(editor.scene.size)]
  return item ? { id: item.id, pin: chance.oneOf(['', ...pinsOf(item)]) } : null
}

const meet = (people: readonly Person[]) => {
  for (const from of people)
    for (const to of people) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'wire')
}

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []

const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1)

describe.each([2, 3])('%i people', (count) => {
  it.each(seeds)('converge whatever they do, and no number without measure is written (%i)', (seed) => {
    const chance = random(seed * 31 + count)
    const people = Array.from({ length: count }, (_, i) => person('абв'[i] as string))
    const [host] = people
    if (host) addThings(host.editor.board, stock())
    meet(people)
    for (let step = 0; step < 60; step++) {
      act(chance.oneOf(people), chance)
      if (chance.next() < 0.15) meet([chance.oneOf(people), chance.oneOf(people)])
    }
    for (const { editor } of people) editor.edit(null)
    meet(people)
    const [first, ...others] = people.map(({ doc }) => readBoard(doc))
    expect(first?.things.length).toBeGreaterThan(0)
    for (const other of others) expect(other).toEqual(first)
    for (const { editor } of people) {
      expect(editor.scene.order.map(({ id }) => id)).toEqual(first?.things.map(({ id }) => id))
      expect(numbersIn(editor.board.el.toJSON()).filter((n) => !Number.isFinite(n) || Math.abs(n) > 1e6)).toEqual([])
      for (const { x, y, w, h, turn } of editor.scene.order) expect([x, y, w, h, turn].every(Number.isFinite)).toBe(true)
    }
  })
})

/** Every field of every thing as it is written, words apart. */
const fieldsOf = (doc: Y.Doc) => {
  const fields = new Map<string, string>()
  for (const [id, thing] of Object.entries(openBoard(doc).el.toJSON() as Record<string, Record<string, unknown>>)) {
    for (const [name, value] of Object.entries(thing)) if (name !== 'txt') fields.set(`${id}.${name}`, JSON.stringify(value))
  }
  return fields
}

describe('undo', () => {
  it.each(seeds)("never changes another person's later edit (%i)", (seed) => {
    const chance = random(seed * 77)
    const [mine, theirs] = [person('а'), person('б')]
    addThings(mine.editor.board, stock())
    for (let step = 0; step < 25; step++) act(mine, chance)
    mine.editor.edit(null)
    meet([mine, theirs])

    const before = fieldsOf(theirs.doc)
    for (let step = 0; step < 15; step++) act(theirs, chance)
    theirs.editor.edit(null)
    const after = fieldsOf(theirs.doc)
    const changed = [...after].filter(([field, value]) => before.get(field) !== value)
    expect(changed.length).toBeGreaterThan(0)
    meet([mine, theirs])

    mine.editor.may = 'write'
    for (let step = 0; step < 60; step++) commands.undo(mine.editor)
    expect(commands.undo.may(mine.editor)).toBe(false)
    meet([mine, theirs])
    for (const doc of [mine.doc, theirs.doc]) {
      const now = fieldsOf(doc)
      for (const [field, value] of changed) expect([field, now.get(field)]).toEqual([field, value])
    }
  })

  it('takes every gesture and command back in one step each, and redo does it again', () => {
    const { editor } = person('а')
    commands.note(editor)
    commands.enter(editor)
    editor.edit(null)
    commands.duplicate(editor)
    commands.all(editor)
    const steps: CommandName[] = ['alignTop', 'right', 'grow', 'turnRight', 'group', 'lockPlace', 'unlock', 'front', 'sameSize', 'remove']
    const shots = [readBoard(editor.board.doc)]
    for (const name of steps) {
      const before = editor.undo.undoStack.length
      if (editor.selection.size === 0) commands.all(editor)
      commands[name](editor)
      if (editor.undo.undoStack.length > before) shots.push(readBoard(editor.board.doc))
    }
    expect(shots.length).toBeGreaterThan(7)
    for (const shot of shots.slice(0, -1).reverse()) {
      commands.undo(editor)
      expect(readBoard(editor.board.doc).things).toEqual(shot.things)
    }
    for (const shot of shots.slice(1)) {
      commands.redo(editor)
      expect(readBoard(editor.board.doc).things).toEqual(shot.things)
    }
    restore(editor.board, [])
  })
})
