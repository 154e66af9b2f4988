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

interface More {
  readonly make: (editor: Editor, ring: Ring) => Readonly<Record<Exclude<ToolName, 'select' | 'hand'>, Tool>>
  /** Copies that a hand moves away at once. */
  readonly layCopies: (editor: Editor, dx: number, dy: number) => readonly string[]
  readonly takeBack: (editor: Editor, ids: readonly string[]) => void
}

let more: More | null = null

/** What makes something comes a moment after the board; until then every hand selects and moves. */
export const joinTools = (tools: More) => {
  more = tools
}

export const laterTools = (): More | null => more

/** The tools of one hand, by name. */
export const toolbox = (editor: Editor, ring: Ring): ((name: ToolName) => Tool) => {
  const first = { select: select(editor), hand: hand(editor) }
  let rest: ReturnType<More['make']> | null = null
  return (name) => {
    if (name === 'select' || name === 'hand') return first[name]
    rest ??= more?.make(editor, ring) ?? null
    return rest?.[name] ?? first.select
  }
}
