import { addThings, openBoard, type Board } from '@sheber/document/board'
import { addTable } from '@sheber/document/table'
import type { End, NewThing } from '@sheber/document/thing'
import type * as Y from 'yjs'
import { parts } from '#lib/board/workshop/parts.ts'
import { symbols } from '#lib/board/workshop/symbols.ts'

/** Everything of the workshop: all signs, all parts, a wired board with its mistakes, and what is written and measured. */

const trace = { by: 'a1gerjm0000000000000', at: 1 }

/** From left to right, row by row. */
const rows = (boxes: readonly { readonly w: number; readonly h: number }[], wide: number, gap: number) => {
  let [x, y, high] = [0, 0, 0]
  return boxes.map(({ w, h }) => {
    if (x > 0 && x + w > wide) [x, y, high] = [0, y + high + gap, 0]
    const g = [x, y, w, h] as const
    x += w + gap
    high = Math.max(high, h)
    return g
  })
}

const allSymbols = (board: Board) => {
  const entries = Object.entries(symbols)
  const places = rows(
    entries.map(([, sign]) => sign),
    1300,
    56,
  )
  addThings(
    board,
    entries.map(([symbol, { inside }], i): NewThing => ({
      ...trace,
      id: symbol,
      kind: 'symbol',
      symbol,
      g: places[i] ?? [0, 0, 80, 40],
      text: inside ? 'Жел' : `X${i + 1}`,
      value: symbol === 'resistor' ? '220 Ω' : '',
      turn: symbol === 'diode' ? 90 : 0,
    })),
  )
}

const allParts = (board: Board) => {
  const entries = Object.entries(parts)
  const places = rows(
    entries.map(([, part]) => part),
    2200,
    64,
  )
  addThings(
    board,
    entries.map(([part], i): NewThing => ({ ...trace, id: part, kind: 'part', part, g: places[i] ?? [0, 0, 80, 40] })),
  )
}

const end = (said: string): End => {
  const [id = '', port = ''] = said.split('.')
  return { id, u: 0.5, v: 0.5, port }
}

const wiring = (board: Board) => {
  const { uno, hcsr04, servo, led, nrf24 } = parts
  const part = (
    id: string,
    name: string,
    x: number,
    y: number,
    { w, h }: { readonly w: number; readonly h: number },
    text = '',
  ): NewThing => ({
    ...trace,
    id,
    kind: 'part',
    part: name,
    g: [x, y, w, h],
    text,
  })
  const wire = (from: string, to: string, ink: 'red' | 'ink' | 'blue' | 'green' | 'orange', text = ''): NewThing => ({
    ...trace,
    id: `${from}-${to}`,
    kind: 'connector',
    a: end(from),
    b: end(to),
    route: 'curve',
    head: 'none',
    width: 3,
    ink,
    text,
  })
  addThings(board, [
    part('uno', 'uno', 0, 0, uno),
    part('sonar', 'hcsr04', 560, -60, hcsr04, 'Алдыңғы датчик'),
    part('servo', 'servo', 600, 160, servo),
    part('led', 'led', 40, -220, led),
    part('radio', 'nrf24', 320, 460, nrf24),
    { ...trace, id: 'r1', kind: 'symbol', symbol: 'resistor', g: [180, -200, 80, 40], text: 'R1', value: '220 Ω' },
    wire('uno.5V', 'sonar.VCC', 'red', '5 В'),
    wire('uno.GND', 'sonar.GND', 'ink'),
    wire('uno.D9', 'sonar.Trig', 'blue'),
    wire('uno.D10', 'sonar.Echo', 'green'),
    wire('uno.3V3', 'servo.V+', 'orange'),
    wire('uno.D6', 'servo.PWM', 'blue'),
    wire('uno.D13', 'r1.1', 'green'),
    wire('r1.2', 'led.A', 'green'),
    wire('led.K', 'uno.GND·2', 'ink'),
    wire('uno.5V', 'radio.VCC', 'red'),
  ])
}

const notes = (board: Board) => {
  addThings(board, [
    { ...trace, id: 'sheet', kind: 'frame', g: [0, 0, 594, 420], mm: 2, grid: 5, text: 'A4 1:2' },
    { ...trace, id: 'plate', kind: 'shape', g: [120, 120, 300, 160], fill: 'blue' },
    { ...trace, id: 'wide', kind: 'dimension', p: [120, 120, 420, 120], offset: 40 },
    {
      ...trace,
      id: 'high',
      kind: 'dimension',
      a: { id: 'plate', u: 1, v: 0, port: '' },
      b: { id: 'plate', u: 1, v: 1, port: '' },
      offset: 40,
    },
    { ...trace, id: 'free', kind: 'dimension', p: [0, 520, 240, 620], text: '' },
    { ...trace, id: 'ohm', kind: 'formula', g: [660, 0, 200, 60], text: 'P = \\frac{U^2}{R} = \\sqrt{a_1^2 + b^2}' },
    { ...trace, id: 'wrong', kind: 'formula', g: [660, 120, 260, 40], text: '\\frac{U' },
    {
      ...trace,
      id: 'code',
      kind: 'code',
      g: [660, 200, 460, 200],
      text: '#include <Servo.h>\n\n/* Жел сенсоры */\nvoid setup() {\n  pinMode(13, OUTPUT); // шам\n  Serial.begin(9600);\n  Serial.println("сәлем");\n}',
    },
  ])
  addTable(board, {
    ...trace,
    id: 'table',
    x: 320,
    y: 520,
    rows: ['r1', 'r2', 'r3'],
    columns: ['c1', 'c2', 'c3'],
    words: [
      ['Жел, м/с', 'Кернеу, В', 'Ескерту'],
      ['3', '4,5', ''],
      ['5', '7,1', 'Қанаттың бұрышы 12° болғанда'],
    ],
    text: 'Өлшемдер',
  })
}

const boards: Readonly<Record<string, (board: Board) => void>> = { symbols: allSymbols, parts: allParts, wiring, notes }

export const fill = (doc: Y.Doc, of: string) => (boards[of] ?? wiring)(openBoard(doc))
