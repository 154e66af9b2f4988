/** What a pin is to the current. Volts; what is not known is left out. */
export interface Electric {
  readonly role: 'ground' | 'supply' | 'power' | 'signal' | 'passive'
  /** Without anything on it the part does not work. */
  readonly needed: boolean
  /** What it puts on the wire. */
  readonly gives?: number
  /** What it wants at least, and what it bears at most. */
  readonly least?: number
  readonly most?: number
}

export const pinSides = ['top', 'right', 'bottom', 'left'] as const
export type PinSide = (typeof pinSides)[number]

export interface Pin extends Electric {
  /** Unique within its part: the second of two that are marked alike is `GND·2`. */
  readonly name: string
  /** As it is printed on the part. */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly side: PinSide
}

/** Logic bears a tenth more than it gives. */
const tolerance = 1.1

/**
 * A pin in short: its name, then what it is to the current.
 *
 *   GND=0    ground                 5V=+5     puts 5 V on the wire      TX>3.3   a signal of 3.3 V
 *   VCC=3-5  wants 3 to 5 V         RX<5.5    bears up to 5.5 V         D2~5     both ways, logic of 5 V
 *   !        at the end: it is needed         nothing: a bare contact
 */
const short = /^([^=<>~!]+)(?:=(0)|=\+([\d.]+)|=([\d.]+)-([\d.]+)|<([\d.]+)|>([\d.]+)|~([\d.]+))?(!?)$/

export const readPin = (written: string): Electric & { readonly label: string } => {
  const [, label = '', ground, supply, least, most, bears, gives, both, needed] = short.exec(written) ?? []
  if (!label) throw new Error(`not a pin: ${written}`)
  const common = { label, needed: needed === '!' }
  if (ground) return { ...common, role: 'ground' }
  if (supply) return { ...common, role: 'supply', gives: Number(supply) }
  if (least) return { ...common, role: 'power', least: Number(least), most: Number(most) }
  if (bears) return { ...common, role: 'signal', most: Number(bears) }
  if (gives) return { ...common, role: 'signal', gives: Number(gives) }
  if (both) return { ...common, role: 'signal', gives: Number(both), most: Number(both) * tolerance }
  return { ...common, role: 'passive' }
}
