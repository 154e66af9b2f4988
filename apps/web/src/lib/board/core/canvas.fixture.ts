import { noteColours, paints, type NoteColour, type PaintName } from '@sheber/document/colour'
import type { Look } from './look.ts'

/** For tests: a canvas that writes down what it was told. */
export interface FakeCanvas {
  readonly ctx: CanvasRenderingContext2D
  readonly source: CanvasImageSource
  readonly said: string[]
}

const told = ['fillRect', 'fillText', 'strokeRect', 'fill', 'stroke', 'drawImage', 'clip'] as const
const silent = ['setTransform', 'clearRect', 'save', 'restore', 'beginPath', 'rect', 'translate', 'rotate', 'scale', 'setLineDash'] as const

export const fakeCanvas = (): FakeCanvas => {
  const said: string[] = []
  const verbs = Object.fromEntries([
    ...told.map((verb) => [verb, (...given: unknown[]) => said.push([verb, ...given.filter((one) => typeof one !== 'object')].join(' '))]),
    ...silent.map((verb) => [verb, () => undefined]),
  ]) as Record<string, unknown>
  const ctx = Object.defineProperty(verbs, 'imageSmoothingEnabled', { set: (is: boolean) => said.push(`smoothing ${is}`) })
  return { ctx: ctx as unknown as CanvasRenderingContext2D, source: {} as CanvasImageSource, said }
}

const all = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as unknown as Record<T, string>

/** Each colour is called by its name. */
export const plainLook: Look = {
  paper: 'paper',
  grid: 'grid',
  edge: 'edge',
  quiet: 'quiet',
  ink: 'ink',
  shadow: 'shadow',
  primary: 'primary',
  surface: 'surface',
  fills: all<NoteColour>(noteColours),
  inks: all<PaintName>(paints),
  tints: all<PaintName>(paints),
  font: (size) => `${size}px`,
  baseline: 1,
}
