import { describe, expect, it } from 'vitest'
import { partNames, symbolNames } from './names.ts'
import { parts, partOf } from './parts.ts'
import { pinSides, readPin } from './pin.ts'
import { symbolOf, symbols } from './symbols.ts'

/** The commands and the numbers between them, as SVG reads a path: how many numbers each command takes. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

const isPath = (d: string) => {
  const commands = d.match(/[a-z][^a-z]*/gi) ?? []
  return (
    commands.join('') === d &&
    /^m/i.test(d) &&
    commands.every((command) => {
      const many = takes[command.charAt(0).toLowerCase()]
      const numbers = command.slice(1).match(/-?\d*\.?\d+/g) ?? []
      const rest = command
        .slice(1)
        .replace(/-?\d*\.?\d+/g, '')
        .replace(/[\s,]/g, '')
      if (many === undefined || rest !== '') return false
      return many === 0 ? numbers.length === 0 : numbers.length > 0 && numbers.length % many === 0
    })
  )
}

it('tells a path from what is none', () => {
  expect(['M0 0L1 2Z', 'M-1.5 .5h3a1 1 0 0 1 2 2'].every(isPath)).toBe(true)
  expect(['', 'L1 1', 'M0 0L1', 'M0 NaN', 'M0 0 L undefined 3', 'M0 0K1 1'].some(isPath)).toBe(false)
})

describe.each(Object.entries(symbols))('symbol %s', (name, sign) => {
  it('is drawn, with ports of its own names within its box', () => {
    expect(isPath(sign.d)).toBe(true)
    for (const d of [sign.solid, sign.open]) if (d) expect(isPath(d), d).toBe(true)
    expect(sign.ports.length).toBeGreaterThan(0)
    expect(new Set(sign.ports.map((port) => port.name)).size).toBe(sign.ports.length)
    for (const { u, v } of sign.ports) expect([u, v].every((part) => part >= 0 && part <= 1)).toBe(true)
    expect(symbolNames[name as keyof typeof symbols].every((word) => word.trim() === word && word.length > 1)).toBe(true)
  })
})

describe.each(Object.entries(parts))('part %s', (name, part) => {
  it('has pins of its own names within its board, no two at one place', () => {
    expect(part.pins.length).toBeGreaterThan(1)
    expect(new Set(part.pins.map((pin) => pin.name)).size).toBe(part.pins.length)
    expect(new Set(part.pins.map(({ x, y }) => `${x},${y}`)).size).toBe(part.pins.length)
    for (const { x, y, side, name: pin } of part.pins) {
      expect(x > 0 && x < part.w && y > 0 && y < part.h, pin).toBe(true)
      expect(pinSides).toContain(side)
    }
    for (const { least = 0, most = Infinity } of part.pins) expect(least).toBeLessThan(most)
    expect(partNames[name as keyof typeof parts].every((word) => word.trim() === word && word.length > 1)).toBe(true)
  })
})

describe('pins', () => {
  const labels = (name: keyof typeof parts, from = 0, to = Infinity) => parts[name].pins.slice(from, to).map(({ label }) => label)

  it('stand in the order in which they stand on the boards', () => {
    expect(labels('uno', 18, 26)).toEqual(['NC', 'IOREF', 'RESET', '3V3', '5V', 'GND', 'GND', 'VIN'])
    expect(labels('nano', 0, 15).join(' ')).toBe('D13 3V3 REF A0 A1 A2 A3 A4 A5 A6 A7 5V RST GND VIN')
    expect(labels('nano', 15).join(' ')).toBe('D12 D11 D10 D9 D8 D7 D6 D5 D4 D3 D2 GND RST RX0 TX1')
    expect(parts.uno.pins).toHaveLength(32)
    expect(parts.mega.pins).toHaveLength(18 + 8 + 8 + 16 + 36)
    expect(parts.esp32.pins).toHaveLength(30)
    expect(parts.pico.pins).toHaveLength(40)
    expect(labels('hcsr04')).toEqual(['VCC', 'Trig', 'Echo', 'GND'])
    expect(parts.breadboardHalf.pins).toHaveLength(400)
    expect(parts.breadboardMini.pins).toHaveLength(170)
  })

  it('are written in short', () => {
    expect(readPin('+5V')).toEqual({ label: '+5V', needed: false, role: 'passive' })
    expect(readPin('VCC=2.5-5.5!')).toEqual({ label: 'VCC', needed: true, role: 'power', least: 2.5, most: 5.5 })
    expect(readPin('+=+6')).toMatchObject({ label: '+', role: 'supply', gives: 6 })
    expect(() => readPin('=5')).toThrow()
  })
})

it('knows nothing of names that a joker wrote', () => {
  for (const name of ['', '__proto__', 'toString', 'constructor', 'nothing']) {
    expect(partOf(name)).toBeNull()
    expect(symbolOf(name)).toBeNull()
  }
})
