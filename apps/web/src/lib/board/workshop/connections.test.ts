import { describe, expect, it } from 'vitest'
import type { End, Thing } from '@sheber/document/thing'
import { readFields } from '@sheber/document/thing'
import * as Y from 'yjs'
import { connections, type Problem } from './connections.ts'

const thing = (id: string, fields: Record<string, unknown>): Thing => {
  const made = new Y.Doc().getMap<Y.Map<unknown>>('el').set(id, new Y.Map(Object.entries(fields)))
  return readFields(id, made)
}
const part = (id: string, name: string, text = '') => thing(id, { t: 'part', part: name, txt: text })
const symbol = (id: string, name: string, text = '') => thing(id, { t: 'symbol', symbol: name, txt: text })
const end = (id: string, port: string): End => ({ id, u: 0.5, v: 0.5, port })

let wires = 0
/** `uno.5V sonar.VCC` */
const wire = (said: string, more: Record<string, unknown> = {}) => {
  const [a, b] = said.split(' ').map((one) => end(one.split('.')[0] ?? '', one.split('.')[1] ?? ''))
  return thing(`w${++wires}`, { t: 'connector', a, b, ...more })
}
const problemsOf = (...things: Thing[]) => connections(things).problems
const kindsOf = (problems: readonly Problem[]) => problems.map(({ is }) => is)

describe('connections', () => {
  const sonar = [part('uno', 'uno'), part('sonar', 'hcsr04')]
  const wired = [
    wire('uno.5V sonar.VCC', { ink: 'red', txt: 'қорек' }),
    wire('uno.GND sonar.GND', { ink: 'ink' }),
    wire('uno.D9 sonar.Trig'),
    wire('sonar.Echo uno.D10'),
  ]

  it('are listed net by net, from pin to pin', () => {
    const { nets, problems, called } = connections([...sonar, ...wired])
    expect(nets.map(({ wires: within }) => within.map(({ from, to }) => `${from.id}.${from.pin} ${to.id}.${to.pin}`))).toEqual([
      ['uno.5V sonar.VCC'],
      ['uno.GND sonar.GND'],
      ['uno.D9 sonar.Trig'],
      ['sonar.Echo uno.D10'],
    ])
    expect(nets[0]?.wires[0]).toMatchObject({ colour: 'red', label: 'қорек' })
    expect(problems).toEqual([])
    expect(called.get('uno')).toEqual({ kind: 'part', is: 'uno', text: '', nth: 0 })
  })

  it('hang together through a breadboard, and through what is one metal within a part', () => {
    const things = [
      part('uno', 'uno'),
      part('bread', 'breadboardHalf'),
      part('one', 'servo'),
      part('two', 'servo'),
      ...['uno.GND bread.B−1', 'bread.B−25 one.GND', 'two.GND uno.GND·2', 'uno.5V bread.a5', 'bread.e5 one.V+', 'bread.f5 two.V+'].map(
        (said) => wire(said),
      ),
    ]
    const { nets, problems, called } = connections(things)
    expect(nets.map(({ wires: within }) => within.length).sort()).toEqual([1, 2, 3])
    // Across the ditch there is no metal: the second servo's wire leads nowhere, but its pin is not bare.
    expect(problems).toEqual([])
    expect([called.get('one')?.nth, called.get('two')?.nth]).toEqual([1, 2])
  })

  it('say what is bare', () => {
    const problems = problemsOf(...sonar, ...wired.slice(1))
    expect(problems).toEqual([{ is: 'bare', at: [{ id: 'sonar', pin: 'VCC' }] }])
    expect(problemsOf(...sonar)).toEqual([])
  })

  it('say where supplies meet each other or the ground', () => {
    expect(kindsOf(problemsOf(part('uno', 'uno'), part('box', 'batteryBox'), wire('box.+ uno.5V')))).toEqual(['supplies'])
    expect(kindsOf(problemsOf(part('uno', 'uno'), wire('uno.5V uno.GND')))).toEqual(['short'])
    expect(kindsOf(problemsOf(part('box', 'batteryBox'), part('uno', 'uno'), wire('box.+ uno.VIN'), wire('box.− uno.GND')))).toEqual([
      'under',
    ])
  })

  it('say where there are more volts than a pin bears, or fewer than it wants', () => {
    const [esp, radio, echo] = [part('esp', 'esp32'), part('radio', 'nrf24'), part('sonar', 'hcsr04')]
    expect(problemsOf(esp, echo, wire('sonar.Echo esp.D18')).filter(({ is }) => is !== 'bare')).toEqual([
      {
        is: 'over',
        at: [
          { id: 'sonar', pin: 'Echo' },
          { id: 'esp', pin: 'D18' },
        ],
        volts: 5,
        most: 3.3 * 1.1,
      },
    ])
    expect(problemsOf(part('uno', 'uno'), radio, wire('uno.5V radio.VCC'), wire('uno.GND radio.GND'))).toMatchObject([
      { is: 'over', at: [{ id: 'uno' }, { id: 'radio', pin: 'VCC' }] },
    ])
    expect(problemsOf(esp, part('servo', 'servo'), wire('esp.3V3 servo.V+'), wire('esp.GND servo.GND'))).toMatchObject([
      { is: 'under', volts: 3.3, least: 4.8 },
    ])
  })

  it('hint at a motor straight on a pin, and at an LED without a resistor', () => {
    const uno = part('uno', 'uno')
    expect(kindsOf(problemsOf(uno, part('m', 'dcMotor'), wire('uno.D9 m.M1'), wire('m.M2 uno.GND')))).toEqual(['motor'])
    const led = part('led', 'led')
    expect(kindsOf(problemsOf(uno, led, wire('uno.D9 led.A'), wire('led.K uno.GND')))).toEqual(['led'])
    const r1 = symbol('r', 'resistor', 'R1')
    expect(problemsOf(uno, led, r1, wire('uno.D9 r.1'), wire('r.2 led.A'), wire('led.K uno.GND'))).toEqual([])
  })

  it('say which wire ends beside the pins, and pass over what is no wiring', () => {
    const loose = thing('w', { t: 'connector', a: end('uno', 'D9'), b: end('note', '') })
    expect(problemsOf(part('uno', 'uno'), thing('note', { t: 'note' }), loose)).toEqual([{ is: 'loose', at: [{ id: 'uno', pin: 'D9' }] }])
    const hostile = [
      part('x', '__proto__'),
      symbol('y', 'constructor'),
      wire('x.toString y.__proto__'),
      wire('nobody.1 nobody.2'),
      thing('z', { t: 'connector', a: 7, b: { id: 3 } }),
    ]
    expect(connections(hostile)).toMatchObject({ nets: [], problems: [] })
  })
})
