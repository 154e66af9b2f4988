/** A sign of the catalogue, drawn in a box of its own: lines, what is filled, letters, and the ports at which wires dock. */

export const symbolGroups = ['electronics', 'mechanics', 'flowchart', 'robot'] as const
export type SymbolGroup = (typeof symbolGroups)[number]

export interface SymbolPort {
  readonly name: string
  /** Parts of the box. */
  readonly u: number
  readonly v: number
}

export interface Sign {
  readonly group: SymbolGroup
  readonly w: number
  readonly h: number
  /** Lines, in the words of SVG. */
  readonly d: string
  /** Surfaces in the colour of the lines. */
  readonly solid: string
  /** Surfaces in the colour of the paper behind the lines, so that words stand in them. */
  readonly open: string
  readonly letters: readonly (readonly [text: string, x: number, y: number, size: number])[]
  readonly ports: readonly SymbolPort[]
  /** Its words stand within it; else beside it. */
  readonly inside: boolean
}

interface Drawn extends Partial<Pick<Sign, 'solid' | 'open' | 'letters' | 'inside'>> {
  readonly d: string
  readonly ports: readonly (readonly [name: string, x: number, y: number])[]
}

export const drawSign =
  (group: SymbolGroup) =>
  (w: number, h: number, { d, ports, ...more }: Drawn): Sign => ({
    solid: '',
    open: '',
    letters: [],
    inside: false,
    ...more,
    group,
    w,
    h,
    d,
    ports: ports.map(([name, x, y]) => ({ name, u: x / w, v: y / h })),
  })

export const circle = (x: number, y: number, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`
export const rect = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}Z`
/** A solid head of an arrow, its tip at (x, y). */
export const tip = (x: number, y: number, degrees: number, size = 8) => {
  const angle = (degrees * Math.PI) / 180
  const at = (along: number, aside: number) =>
    `${Math.round((x + along * Math.cos(angle) - aside * Math.sin(angle)) * 10) / 10} ${Math.round((y + along * Math.sin(angle) + aside * Math.cos(angle)) * 10) / 10}`
  return `M${x} ${y}L${at(-size, size * 0.45)}L${at(-size, -size * 0.45)}Z`
}
