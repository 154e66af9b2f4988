import type { Paint } from '@sheber/document/colour'
import type { End, Thing } from '@sheber/document/thing'
import { partOf } from './parts.ts'
import type { Pin } from './pin.ts'
import { symbolOf } from './symbols.ts'

/** What is wired to what: read from the parts, symbols and connectors of a board, net by net. */

export interface Contact {
  /** Of the part or symbol. */
  readonly id: string
  readonly pin: string
}

export interface Wire {
  readonly id: string
  readonly from: Contact
  readonly to: Contact
  readonly colour: Paint
  readonly label: string
}

export interface Net {
  readonly wires: readonly Wire[]
}

export type Problem =
  /** Two supplies drive one net. */
  | { readonly is: 'supplies'; readonly at: readonly Contact[] }
  /** A supply goes straight to ground. */
  | { readonly is: 'short'; readonly at: readonly Contact[] }
  /** A part in use has nothing on a pin without which it does not work. */
  | { readonly is: 'bare'; readonly at: readonly Contact[] }
  /** More volts than the pin bears: the first contact gives, the second gets. */
  | { readonly is: 'over'; readonly at: readonly Contact[]; readonly volts: number; readonly most: number }
  /** Fewer volts than the pin wants: the first contact gives, the second gets. */
  | { readonly is: 'under'; readonly at: readonly Contact[]; readonly volts: number; readonly least: number }
  /** A motor straight on a pin that can only signal. */
  | { readonly is: 'motor'; readonly at: readonly Contact[] }
  /** An LED with nothing that limits its current. */
  | { readonly is: 'led'; readonly at: readonly Contact[] }
  /** A wire that ends beside the pins. */
  | { readonly is: 'loose'; readonly at: readonly Contact[] }

export interface Wiring {
  readonly nets: readonly Net[]
  readonly problems: readonly Problem[]
  /** What the parts are called here, by id; a number tells apart two that are alike. */
  readonly called: ReadonlyMap<
    string,
    { readonly kind: 'part' | 'symbol'; readonly is: string; readonly text: string; readonly nth: number }
  >
}

type Wired = Extract<Thing, { kind: 'part' | 'symbol' }>

const isWired = (thing: Thing): thing is Wired => thing.kind === 'part' || thing.kind === 'symbol'

const pinsOf = (thing: Wired): readonly { readonly name: string }[] =>
  (thing.kind === 'part' ? partOf(thing.part)?.pins : symbolOf(thing.symbol)?.ports) ?? []

const electricOf = (thing: Wired | undefined, pin: string): Pin | undefined =>
  thing?.kind === 'part' ? partOf(thing.part)?.pins.find(({ name }) => name === pin) : undefined

/** One piece of metal, wherever it shows. */
const metalOf = (thing: Wired, pin: string): string => {
  const electric = electricOf(thing, pin)
  const within = thing.kind === 'part' && electric ? (partOf(thing.part)?.metalOf(electric) ?? pin) : pin
  return `${thing.id} ${within}`
}

/** Everything that hangs together, by joining two at a time. */
class Joints {
  readonly #root = new Map<string, string>()

  of(metal: string): string {
    let at = metal
    for (let up = this.#root.get(at); up !== undefined; up = this.#root.get(at)) at = up
    return at
  }

  join(a: string, b: string) {
    const [one, other] = [this.of(a), this.of(b)]
    if (one !== other) this.#root.set(other, one)
  }
}

const callThings = (things: readonly Wired[]): Wiring['called'] => {
  const many = new Map<string, number>()
  const alike = (thing: Wired) => `${thing.kind} ${thing.kind === 'part' ? thing.part : thing.symbol} ${thing.text.trim()}`
  for (const thing of things) many.set(alike(thing), (many.get(alike(thing)) ?? 0) + 1)
  const counted = new Map<string, number>()
  return new Map(
    things.map((thing) => {
      const key = alike(thing)
      const nth = (counted.get(key) ?? 0) + 1
      counted.set(key, nth)
      const called = { kind: thing.kind, is: thing.kind === 'part' ? thing.part : thing.symbol, text: thing.text.trim() }
      return [thing.id, { ...called, nth: many.get(key) === 1 ? 0 : nth }]
    }),
  )
}

interface Touch extends Contact {
  readonly electric: Pin | undefined
  readonly thing: Wired
}

const contact = ({ id, pin }: Contact): Contact => ({ id, pin })

/** What is wrong on one net. */
const troubleOf = (touches: readonly Touch[]): Problem[] => {
  const problems: Problem[] = []
  const supplies = touches.filter(({ electric }) => electric?.role === 'supply')
  const ground = touches.find(({ electric }) => electric?.role === 'ground')
  const [first, second] = [
    supplies[0],
    supplies.find(({ id, electric }) => id !== supplies[0]?.id || electric?.label !== supplies[0].electric?.label),
  ]
  if (first && second) problems.push({ is: 'supplies', at: [first, second].map(contact) })
  if (first && ground) problems.push({ is: 'short', at: [first, ground].map(contact) })
  const strongest = touches
    .filter(({ electric }) => electric?.gives !== undefined)
    .sort((a, b) => (b.electric?.gives ?? 0) - (a.electric?.gives ?? 0))[0]
  const volts = strongest?.electric?.gives ?? 0
  for (const touch of touches) {
    const { most, least } = touch.electric ?? {}
    if (strongest && touch.id !== strongest.id && most !== undefined && volts > most) {
      problems.push({ is: 'over', at: [strongest, touch].map(contact), volts, most })
    }
    if (first && least !== undefined && volts < least) problems.push({ is: 'under', at: [first, touch].map(contact), volts, least })
  }
  const signal = touches.find(({ electric }) => electric?.role === 'signal' && electric.gives !== undefined)
  const motor = touches.find(({ thing }) => (thing.kind === 'part' ? thing.part === 'dcMotor' : thing.symbol === 'motor'))
  if (signal && motor) problems.push({ is: 'motor', at: [signal, motor].map(contact) })
  return problems
}

const isDriven = (touches: readonly Touch[]) =>
  touches.some(({ electric }) => electric?.role === 'supply' || (electric?.role === 'signal' && electric.gives !== undefined))
const isDrained = (touches: readonly Touch[]) =>
  touches.some(({ electric }) => electric?.role === 'ground' || (electric?.role === 'signal' && electric.gives !== undefined))

export const connections = (things: readonly Thing[]): Wiring => {
  const wired = things.filter(isWired)
  const byId = new Map(wired.map((thing) => [thing.id, thing]))
  const joints = new Joints()
  const wires: Wire[] = []
  const problems: Problem[] = []
  const onPin = (end: End | null): Contact | null => {
    const thing = end ? byId.get(end.id) : undefined
    return end && thing && pinsOf(thing).some(({ name }) => name === end.port) ? { id: end.id, pin: end.port } : null
  }
  for (const thing of things) {
    if (thing.kind !== 'connector') continue
    const [from, to] = [onPin(thing.a), onPin(thing.b)]
    if (from && to) {
      wires.push({ id: thing.id, from, to, colour: thing.ink, label: thing.text.trim() })
      const [a, b] = [byId.get(from.id), byId.get(to.id)]
      if (a && b) joints.join(metalOf(a, from.pin), metalOf(b, to.pin))
    } else if (from || to) problems.push({ is: 'loose', at: [from, to].filter((end) => end !== null) })
  }

  const netOf = ({ id, pin }: Contact) => {
    const thing = byId.get(id)
    return thing ? joints.of(metalOf(thing, pin)) : ''
  }
  const nets = new Map<string, Wire[]>()
  for (const wire of wires) nets.set(netOf(wire.from), [...(nets.get(netOf(wire.from)) ?? []), wire])
  const touched = new Map<string, Touch[]>()
  for (const [net, within] of nets) {
    const contacts = new Map(within.flatMap(({ from, to }) => [from, to]).map((end) => [`${end.id} ${end.pin}`, end]))
    touched.set(
      net,
      [...contacts.values()].flatMap((end) => {
        const thing = byId.get(end.id)
        return thing ? [{ ...end, thing, electric: electricOf(thing, end.pin) }] : []
      }),
    )
  }
  for (const touches of touched.values()) problems.push(...troubleOf(touches))

  const used = new Set(wires.flatMap(({ from, to }) => [from.id, to.id]))
  const metals = new Set(wires.flatMap(({ from, to }) => [from, to]).map((end) => metalOf(byId.get(end.id) as Wired, end.pin)))
  for (const id of used) {
    const thing = byId.get(id)
    const pins = thing?.kind === 'part' ? (partOf(thing.part)?.pins ?? []) : []
    for (const { name, needed } of pins) {
      if (thing && needed && !metals.has(metalOf(thing, name))) problems.push({ is: 'bare', at: [{ id, pin: name }] })
    }
    if (thing?.kind === 'part' && thing.part === 'led') {
      const [anode, cathode] = [touched.get(netOf({ id, pin: 'A' })) ?? [], touched.get(netOf({ id, pin: 'K' })) ?? []]
      if (isDriven(anode) && isDrained(cathode)) problems.push({ is: 'led', at: [{ id, pin: 'A' }] })
    }
  }
  return { nets: [...nets.values()].map((within) => ({ wires: within })), problems, called: callThings(wired) }
}
