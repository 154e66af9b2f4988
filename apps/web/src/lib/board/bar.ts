import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right'
import Ellipsis from '@lucide/svelte/icons/ellipsis'
import Frame from '@lucide/svelte/icons/frame'
import Hand from '@lucide/svelte/icons/hand'
import ImagePlus from '@lucide/svelte/icons/image-plus'
import Pointer from '@lucide/svelte/icons/mouse-pointer-2'
import Pencil from '@lucide/svelte/icons/pencil'
import Shapes from '@lucide/svelte/icons/shapes'
import Star from '@lucide/svelte/icons/star'
import StickyNote from '@lucide/svelte/icons/sticky-note'
import Type from '@lucide/svelte/icons/type'
import type { LucideIcon } from '@lucide/svelte'
import type { ToolName } from './core/editor.ts'
import type { TrayName } from './face.svelte.ts'

export type SpotName = 'select' | 'hand' | 'note' | 'text' | 'shape' | 'connector' | 'pen' | 'frame' | 'picture' | 'stamp' | 'more'

/** A place in the bar of tools. */
export interface Spot {
  readonly name: SpotName
  readonly icon: LucideIcon
  readonly key: string
  /** What it takes into the hand; the others only open something. */
  readonly tool?: ToolName
  /** Tools that are chosen within its tray: the place stands for them as well. */
  readonly also?: readonly ToolName[]
  readonly tray?: TrayName
}

const spots: Record<SpotName, Spot> = {
  select: { name: 'select', icon: Pointer, key: 'V', tool: 'select' },
  hand: { name: 'hand', icon: Hand, key: 'H', tool: 'hand' },
  note: { name: 'note', icon: StickyNote, key: 'N', tool: 'note', tray: 'note' },
  text: { name: 'text', icon: Type, key: 'T', tool: 'text', tray: 'text' },
  shape: { name: 'shape', icon: Shapes, key: 'R', tool: 'shape', tray: 'shape' },
  connector: { name: 'connector', icon: ArrowUpRight, key: 'A', tool: 'connector', tray: 'connector' },
  pen: { name: 'pen', icon: Pencil, key: 'P', tool: 'pen', also: ['highlighter', 'eraser'], tray: 'pen' },
  frame: { name: 'frame', icon: Frame, key: 'F', tool: 'frame' },
  picture: { name: 'picture', icon: ImagePlus, key: '9' },
  stamp: { name: 'stamp', icon: Star, key: '', tool: 'stamp', tray: 'stamp' },
  more: { name: 'more', icon: Ellipsis, key: '', also: ['lasso', 'laser', 'stamp', 'dimension'], tray: 'more' },
}

const rows: Record<'wide' | 'narrow' | 'junior', readonly SpotName[]> = {
  wide: ['select', 'hand', 'note', 'text', 'shape', 'connector', 'pen', 'frame', 'picture', 'more'],
  narrow: ['select', 'note', 'pen', 'shape', 'more'],
  junior: ['note', 'pen', 'shape', 'picture', 'stamp'],
}

export const barOf = ({ narrow, junior, pictures }: { narrow: boolean; junior: boolean; pictures: boolean }): readonly Spot[] =>
  rows[junior ? 'junior' : narrow ? 'narrow' : 'wide'].filter((name) => name !== 'picture' || pictures).map((name) => spots[name])

export const isInHand = (spot: Spot, tool: ToolName, all: readonly Spot[]): boolean =>
  spot.tool === tool || (spot.also?.includes(tool) === true && !all.some((other) => other.tool === tool))

/** The tools that a tray speaks of. */
export const trayTools: Readonly<Record<Exclude<TrayName, 'more'>, readonly ToolName[]>> = {
  note: ['note'],
  text: ['text'],
  shape: ['shape'],
  connector: ['connector'],
  pen: ['pen', 'highlighter', 'eraser'],
  stamp: ['stamp'],
}
