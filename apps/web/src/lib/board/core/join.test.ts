import { describe, expect, it } from 'vitest'
import { lock, openBoard, readBoard, remove } from '@sheber/document/board'
import type { ThingOf } from '@sheber/document/thing'
import * as Y from 'yjs'
import { workshop } from '../workshop/kinds.ts'
import { partOf } from '../workshop/parts.ts'
import { namesOf, pinOptions, thingOptions } from '../command/joining.ts'
import { addOne, createEditor, heard, put } from './board.fixture.ts'
import { commands } from './commands.ts'
import { join, partnersOf, pinsOf, rejoin, spotBox } from './join.ts'
import { keepKinds } from './kinds.ts'
import { wayOf } from './kinds/connector.ts'
import type { Item } from './kind.ts'

keepKinds(workshop)

const sizeOf = (name: string) => {
  const part = partOf(name)
  if (!part) throw new Error(name)
  return [part.w, part.h] as const
}

const desk = () => {
  const board = openBoard(new Y.Doc())
  put(board, 'wind', 0, 0, 'Ветер')
  put(board, 'far', 2_000, 0, 'Башня')
  addOne(board, { kind: 'part', id: 'uno', g: [300, 0, ...sizeOf('uno')], part: 'uno' } as never)
  addOne(board, { kind: 'part', id: 'sonar', g: [300, 600, ...sizeOf('hcsr04')], part: 'hcsr04' } as never)
  addOne(board, { kind: 'part', id: 'sonar2', g: [700, 600, ...sizeOf('hcsr04')], part: 'hcsr04' } as never)
  const editor = createEditor(board)
  const item = (id: string) => editor.scene.get(id) as Item
  const line = (id: string | null) => readBoard(board.doc).things.find((thing) => thing.id === id) as ThingOf<'connector'>
  return { board, editor, item, line }
}
const calling = { unknown: '?', kind: { note: 'Стикер', part: 'Деталь' } } as unknown as Parameters<typeof namesOf>[1]

describe('joining what lies there', () => {
  it('two things are joined as wholes, in the look that the next connector has, as one step of undo', () => {
    const { editor, line } = desk()
    editor.setNext({ ink: 'red', route: 'elbow' })
    const id = join(editor, { id: 'wind', pin: '' }, { id: 'far', pin: '' })
    expect(line(id)).toMatchObject({ a: { id: 'wind', port: '' }, b: { id: 'far', port: '' }, ink: 'red', route: 'elbow' })
    commands.undo(editor)
    expect(editor.scene.get(id ?? '')).toBeUndefined()
  })

  it('a pin is joined with a pin by name, and the wire ends where the pins are', () => {
    const { editor, item, line } = desk()
    expect(pinsOf(item('uno'))).toContain('D13')
    const id = join(editor, { id: 'uno', pin: '5V' }, { id: 'sonar', pin: 'VCC' })
    expect(line(id)).toMatchObject({ a: { id: 'uno', port: '5V' }, b: { id: 'sonar', port: 'VCC' } })
    const { points } = wayOf(item(id ?? '') as never, editor.scene)
    const box = spotBox(editor, { id: 'sonar', pin: 'VCC' })
    expect(points.at(-1)).toEqual({ x: (box?.x ?? 0) + 7, y: (box?.y ?? 0) + 7 })
  })

  it('two pins of one part are joined, a thing with itself is not; nor what is gone, nor by one who only looks', () => {
    const { board, editor } = desk()
    expect(join(editor, { id: 'uno', pin: '5V' }, { id: 'uno', pin: 'A0' })).not.toBeNull()
    expect(join(editor, { id: 'uno', pin: '5V' }, { id: 'uno', pin: '5V' })).toBeNull()
    expect(join(editor, { id: 'uno', pin: '5V' }, { id: 'uno', pin: '' })).toBeNull()
    expect(join(editor, { id: 'wind', pin: '' }, { id: 'wind', pin: '' })).toBeNull()
    remove(board, ['far'], 'daulet', 9)
    expect(join(editor, { id: 'wind', pin: '' }, { id: 'far', pin: '' })).toBeNull()
    editor.may = 'read'
    expect(join(editor, { id: 'wind', pin: '' }, { id: 'uno', pin: '' })).toBeNull()
  })

  it('an end of a line that lies there docks elsewhere, at a pin too, in one step; a locked line keeps its ends', () => {
    const { board, editor } = desk()
    const id = join(editor, { id: 'wind', pin: '' }, { id: 'far', pin: '' }) ?? ''
    const ends = () => {
      const thing = editor.scene.get(id)?.thing
      return thing?.kind === 'connector' ? [thing.a?.id, thing.b?.id, thing.b?.port] : []
    }
    expect(rejoin(editor, id, 'b', { id: 'uno', pin: 'D13' })).toBe(true)
    expect(ends()).toEqual(['wind', 'uno', 'D13'])
    expect(rejoin(editor, id, 'a', { id: 'sonar', pin: '' })).toBe(true)
    expect(ends()).toEqual(['sonar', 'uno', 'D13'])
    editor.undo.undo()
    expect(ends()).toEqual(['wind', 'uno', 'D13'])
    lock(board, [id], 'place')
    expect(rejoin(editor, id, 'b', { id: 'far', pin: '' })).toBe(false)
    expect(rejoin(editor, 'uno', 'b', { id: 'far', pin: '' })).toBe(false)
    expect(ends()).toEqual(['wind', 'uno', 'D13'])
  })

  it('the nearest is offered first, and no connector', () => {
    const { editor, item } = desk()
    join(editor, { id: 'wind', pin: '' }, { id: 'far', pin: '' })
    expect(partnersOf(editor, item('wind')).map(({ id }) => id)).toEqual(['uno', 'sonar', 'sonar2', 'far'])
    expect(partnersOf(editor, item('uno')).at(-1)?.id).toBe('uno')
  })

  it('the command asks for one thing that can be held, and for somebody who answers', () => {
    const { editor } = desk()
    editor.select(['wind'])
    expect(commands.join.may(editor)).toBe(false)
    const asked = heard(editor, 'join')
    commands.join(editor)
    expect(asked).toEqual([['join', undefined]])
    editor.select(['wind', 'far'])
    expect(commands.join.may(editor)).toBe(false)
    editor.select([join(editor, { id: 'wind', pin: '' }, { id: 'far', pin: '' }) ?? ''])
    expect(commands.join.may(editor)).toBe(false)
  })
})

describe('what is typed', () => {
  it('things are called by their words or by the catalogue, and numbered where two are called alike', () => {
    const { editor } = desk()
    const names = namesOf(editor.scene.order, calling, 'ru')
    expect(names.get('wind')).toBe('Ветер')
    expect(names.get('uno')).toBe('Arduino Uno')
    expect([names.get('sonar'), names.get('sonar2')]).toEqual(['Датчик расстояния HC-SR04 1', 'Датчик расстояния HC-SR04 2'])
  })

  it('finds a thing by its name, and a pin by both', () => {
    const { editor, item } = desk()
    const names = namesOf(editor.scene.order, calling, 'ru')
    const find = (asked: string) => thingOptions(partnersOf(editor, item('wind')), asked, names, () => '').map(({ key }) => key)
    expect(find('')).toEqual(['uno', 'sonar', 'sonar2', 'far'])
    expect(find('БАШ')).toEqual(['far'])
    expect(find('uno 3v3')).toEqual(['uno 3V3'])
    expect(find('uno d1')).toContain('uno D13')
    expect(find('sr04 2 trig')).toEqual(['sonar2 Trig'])
    expect(find('облако')).toEqual([])
  })

  it('a pin that is called exactly so comes first, the whole before all', () => {
    const { item } = desk()
    expect(pinOptions(item('uno'), '', 'целиком')[0]).toMatchObject({ id: 'uno', pin: '', words: 'целиком' })
    expect(pinOptions(item('uno'), 'd2', 'целиком')[0]).toMatchObject({ pin: 'D2' })
  })
})
