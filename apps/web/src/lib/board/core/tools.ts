import type { Editor, ToolName } from './editor.ts'
import type { Grip, Point } from './geometry.ts'
import { hand } from './tool/hand.ts'
import { select } from './tool/select.ts'

/** One finger, the mouse or a pen, as a tool sees it. */
export interface Press {
  readonly screen: Point
  readonly world: Point
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  /** What of the selection's frame was taken hold of. */
  readonly grip: Grip | null
  /** A finger or a pen: less exact than a mouse. */
  readonly touch: boolean
  /** 0–1; 0.5 where the device tells none. */
  readonly pressure: number
  /** Where it has been since the last press that was told, this one included; a screen is slower than a pen. */
  readonly path: readonly { readonly world: Point; readonly pressure: number }[]
  /** Milliseconds, of any one clock. */
  readonly at: number
}

/** A state machine fed by one pointer: down, any number of moves, then up or cancel. */
export interface Tool {
  down(press: Press): void
  move(press: Press): void
  up(press: Press): void
  cancel(): void
  /** The pointer moves without being pressed. */
  hover?(press: Press): void
}

/** A finger trembles more than a mouse. */
export const slackPx = (press: Press) => (press.touch ? 9 : 4)
/** What is touched by a finger is touched within half its tip. */
export const reachPx = (press: Press) => (press.touch ? 20 : 10)

/** A clock that rings once; hands back what stops it. */
export type Ring = (ms: number, ring: () => void) => () => void

type Make = (editor: Editor, ring: Ring) => Readonly<Record<Exclude<ToolName, 'select' | 'hand'>, Tool>>

let more: Make | null = null

/** The tools that make something come a moment after the board; until then every hand selects. */
export const joinTools = (make: Make) => {
  more = make
}

/** The tools of one hand, by name. */
export const toolbox = (editor: Editor, ring: Ring): ((name: ToolName) => Tool) => {
  const first = { select: select(editor), hand: hand(editor) }
  let rest: ReturnType<Make> | null = null
  return (name) => {
    if (name === 'select' || name === 'hand') return first[name]
    rest ??= more?.(editor, ring) ?? null
    return rest?.[name] ?? first.select
  }
}
