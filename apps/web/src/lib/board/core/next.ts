import { noteColours, type Fill, type NoteColour, type Paint } from '@sheber/document/colour'
import type { Align, Dash, Form, Head, Route, Style } from '@sheber/document/thing'

/** How what is made next will look. */
export interface Next {
  readonly note: NoteColour
  readonly form: Form
  readonly fill: Fill
  readonly ink: Paint
  readonly width: number
  readonly dash: Dash
  /** Of words on the bare paper. */
  readonly size: number
  readonly align: Align
  readonly route: Route
  readonly tail: Head
  readonly head: Head
  readonly penInk: Paint
  readonly penWidth: number
  readonly stamp: string
}

export const firstNext: Next = {
  note: 'yellow',
  form: 'rectangle',
  fill: 'none',
  ink: 'ink',
  width: 2,
  dash: 'solid',
  size: 20,
  align: 'left',
  route: 'straight',
  tail: 'none',
  head: 'arrow',
  penInk: 'ink',
  penWidth: 4,
  stamp: 'star',
}

const isNoteColour = (fill: unknown): fill is NoteColour => noteColours.includes(fill as NoteColour)

/** What one who gives `kinds` this look will want of the next ones. */
export const nextOf = (values: Style, kinds: ReadonlySet<string>): Partial<Next> => {
  const { form, fill, ink, width, dash, size, align, route, tail, head } = values as Partial<Next>
  const pen = kinds.has('ink')
  const others = [...kinds].some((kind) => kind !== 'ink')
  const next: { -readonly [K in keyof Next]?: Next[K] | undefined } = { form, dash, align, route, tail, head }
  if (kinds.has('note') && isNoteColour(fill)) next.note = fill
  if (kinds.has('shape')) next.fill = fill
  if (kinds.has('text') && size) next.size = size
  if (pen) Object.assign(next, { penInk: ink, penWidth: width })
  if (others) Object.assign(next, { ink, width })
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Partial<Next>
}
