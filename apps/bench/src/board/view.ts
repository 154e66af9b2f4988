import type { Scene } from './contract.ts'
import { boundsOf, middleOf } from './scene.ts'

export const screen = { width: 1_366, height: 768 } as const
/** Bars lie over the paper's edge in every product. */
const free = { width: 1_352, height: 660 } as const
/** The least that all of them let a hand choose. */
export const zoomMin = 0.1

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const viewOfAll = ({ els }: Scene): View => {
  const bounds = boundsOf(els)
  return { ...middleOf(bounds), zoom: Math.max(zoomMin, Math.min(1, free.width / bounds.w, free.height / bounds.h)) }
}

export const viewAtWork = ({ els }: Scene): View => ({ ...middleOf(boundsOf(els)), zoom: 1 })
