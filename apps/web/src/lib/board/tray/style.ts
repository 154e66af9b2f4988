import { noteColours, type Fill, type NoteColour, type Paint, type PaintName } from '@sheber/document/colour'
import { isKind, kinds, type Align, type Dash, type Form, type Head, type Route } from '@sheber/document/thing'
import { isSealed } from '../core/held.ts'
import type { Item } from '../core/kind.ts'
import { fills, sizes, widths, penWidths, type SizeName, type WidthName } from './choices.ts'

/** What the bar above the chosen things can change of them. */
interface Looked {
  fill: Fill | NoteColour
  ink: Paint
  width: number
  dash: Dash
  size: number
  align: Align
  form: Form
  route: Route
  head: Head
  tail: Head
}

/** What all of them have in common: their value of a field, 'mixed' where they differ, undefined where one has no such field. */
const shared = <F extends keyof Looked>(items: readonly Item[], field: F): Looked[F] | 'mixed' | undefined => {
  let value: unknown
  for (const [i, { thing }] of items.entries()) {
    if (!isKind(thing.kind) || !Object.hasOwn(kinds[thing.kind], field)) return undefined
    const own: unknown = (thing as unknown as Record<string, unknown>)[field]
    if (i > 0 && own !== value) return 'mixed'
    value = own
  }
  return value as Looked[F] | undefined
}

export type Look = { readonly [F in keyof Looked]: Looked[F] | 'mixed' | undefined }

/** All of it at once; nothing where they are locked against being changed. */
export const lookOf = (items: readonly Item[]): Look => {
  const fixed = items.length > 0 && items.every(isSealed)
  const of = <F extends keyof Looked>(field: F) => (fixed ? undefined : shared(items, field))
  return {
    fill: of('fill'),
    ink: of('ink'),
    width: of('width'),
    dash: of('dash'),
    size: of('size'),
    align: of('align'),
    form: of('form'),
    route: of('route'),
    head: of('head'),
    tail: of('tail'),
  }
}

/** Colours that every one of them may have: notes have their own six. */
export const fillsFor = (items: readonly Item[]): readonly (NoteColour | PaintName | 'none')[] => {
  const hasNotes = items.some(({ thing }) => thing.kind === 'note')
  const hasOthers = items.some(({ thing }) => thing.kind !== 'note')
  if (!hasNotes) return fills
  return hasOthers ? noteColours.filter((name): name is NoteColour & PaintName => fills.includes(name as Fill as PaintName)) : noteColours
}

const nearest = <N extends string>(table: Readonly<Record<N, number>>, value: number): N => {
  const names = Object.keys(table) as N[]
  return names.reduce((best, name) => (Math.abs(table[name] - value) < Math.abs(table[best] - value) ? name : best))
}

export const sizeName = (size: number): SizeName => (size === 0 ? 'fit' : nearest({ ...sizes, fit: -Infinity }, size))
export const widthName = (width: number): WidthName => nearest(widths, width)
export const penWidthName = (width: number): WidthName => nearest(penWidths, width)
