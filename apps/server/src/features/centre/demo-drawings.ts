import { addThings, openBoard } from '@sheber/document/board'
import { encodeStroke } from '@sheber/document/ink'
import type { End, Ends, NewThing } from '@sheber/document/thing'
import type * as Y from 'yjs'
import type { projects } from './demo-projects.ts'

/** A thing beside the notes, with whoever drew it. */
export interface Drawn {
  readonly author: string
  readonly daysAgo: number
  readonly thing: NewThing
}

type Box = readonly [x: number, y: number, w: number, h: number]
type Look = Partial<Extract<NewThing, { kind: 'shape' }>>

// Who wrote it and when is said at the drawing: a sheet may be drawn again.
const nobody = { by: '', at: 0 }
const whole = (id: string): End => ({ id, u: 0.5, v: 0.5, port: '' })

/** One sheet, drawn by several hands. `left` and `top` are where it lies on the board. */
const sheetAt = (word: string, left: number, top: number) => {
  const things: Drawn[] = []
  const name = (id: string) => `${word}-${id}`
  const put = (author: string, daysAgo: number, thing: NewThing) => things.push({ author, daysAgo, thing })
  const placed = ([x, y, w, h]: Box): Box => [left + x, top + y, w, h]
  return {
    things,
    frame: (author: string, daysAgo: number, text: string, g: Box) =>
      put(author, daysAgo, { ...nobody, kind: 'frame', id: name('frame'), g: placed(g), text }),
    shape: (author: string, daysAgo: number, id: string, text: string, g: Box, look: Look = {}) =>
      put(author, daysAgo, { ...nobody, fill: 'white', size: 18, ...look, kind: 'shape', id: name(id), g: placed(g), text }),
    words: (author: string, daysAgo: number, id: string, text: string, [x, y]: readonly [number, number], size = 20, wide = 420) =>
      put(author, daysAgo, { ...nobody, kind: 'text', id: name(id), g: placed([x, y, wide, size * 1.3]), text, size, ink: 'grey' }),
    join: (
      author: string,
      daysAgo: number,
      from: string,
      to: string,
      text = '',
      look: Partial<Extract<NewThing, { kind: 'connector' }>> = {},
    ) => {
      const p: Ends = [left, top, left + 100, top]
      const ends = { a: whole(name(from)), b: whole(name(to)), p, route: 'elbow' as const }
      put(author, daysAgo, { ...nobody, ...ends, ...look, kind: 'connector', id: name(`${from}-${to}`), text })
    },
    ring: (author: string, daysAgo: number, id: string, g: Box) => {
      const [x, y, w, h] = placed(g)
      const points = Array.from({ length: 48 }, (_, i) => {
        const angle = -1.9 + (i / 47) * 6.9
        const wobble = 1 + 0.03 * Math.sin(i * 1.7) - i * 0.0008
        return {
          x: w / 2 + (w / 2 - 4) * wobble * Math.cos(angle),
          y: h / 2 + (h / 2 - 4) * wobble * Math.sin(angle),
          pressure: 0.35 + 0.3 * Math.sin((i / 47) * Math.PI),
        }
      })
      put(author, daysAgo, {
        ...nobody,
        kind: 'ink',
        id: name(id),
        g: [x, y, w, h],
        ink: 'red',
        width: 5,
        points: encodeStroke({ w, h, points }),
      })
    },
  }
}

const weather = () => {
  const sheet = sheetAt('weather', 1640, 0)
  const { frame, shape, words, join, ring } = sheet
  frame('Денис Р.', 30, 'Станция қалай жұмыс істейді', [0, 0, 1120, 760])
  words('Денис Р.', 30, 'roof', 'На крыше', [40, 36])
  words('Айгерім Н.', 29, 'school', 'Мектепте', [860, 36], 20, 220)
  shape('Денис Р.', 30, 'temperature', 'Температура', [40, 90, 190, 80], { form: 'rounded', fill: 'orange' })
  shape('Денис Р.', 30, 'humidity', 'Влажность', [40, 200, 190, 80], { form: 'rounded', fill: 'blue' })
  shape('Ерболат С.', 29, 'wind', 'Жел: жылдамдық пен бағыт', [40, 310, 190, 90], { form: 'rounded', fill: 'green' })
  shape('Денис Р.', 30, 'controller', 'Контроллер', [360, 160, 200, 150], { form: 'rectangle', fill: 'violet', size: 22 })
  shape('Мария З.', 28, 'memory', 'Память: 30 дней', [380, 400, 160, 110], { form: 'cylinder', fill: 'grey' })
  shape('Айгерім Н.', 29, 'radio', 'Радио', [660, 185, 150, 100], { form: 'hexagon', fill: 'yellow' })
  shape('Айгерім Н.', 29, 'receiver', 'Қабылдағыш', [880, 185, 190, 100], { form: 'hexagon', fill: 'yellow' })
  shape('Айгерім Н.', 29, 'screen', 'Дәліздегі экран', [880, 370, 190, 110], { form: 'rounded', fill: 'green' })
  shape('Ерлан С.', 27, 'panel', 'Солнечная панель', [60, 600, 200, 90], { form: 'parallelogram', fill: 'yellow' })
  shape('Ерлан С.', 27, 'battery', 'Аккумулятор', [360, 600, 200, 90], { form: 'rectangle', fill: 'red' })
  for (const sensor of ['temperature', 'humidity', 'wind']) join(sensor === 'wind' ? 'Ерболат С.' : 'Денис Р.', 29, sensor, 'controller')
  join('Денис Р.', 29, 'controller', 'radio')
  join('Айгерім Н.', 29, 'radio', 'receiver', '800 м', { route: 'straight', dash: 'dashed', ink: 'blue' })
  join('Айгерім Н.', 29, 'receiver', 'screen')
  join('Мария З.', 28, 'controller', 'memory')
  join('Ерлан С.', 27, 'panel', 'battery', '6 В', { ink: 'red' })
  join('Ерлан С.', 27, 'battery', 'memory', '', { ink: 'red', route: 'curve' })
  ring('Нұрлан Т.', 20, 'question', [340, 570, 240, 150])
  words('Нұрлан Т.', 20, 'ask', 'Аязда қанша сақтайды?', [600, 640], 22, 300)
  return sheet.things
}

const robot = () => {
  const sheet = sheetAt('robot', 1640, 0)
  const { frame, shape, words, join } = sheet
  frame('Айдана С.', 50, 'Алгоритм: линия бойымен жүру', [0, 0, 960, 900])
  words('Айдана С.', 50, 'title', 'Один проход цикла, 200 раз в секунду', [40, 36], 20, 600)
  shape('Айдана С.', 50, 'start', 'Начало', [120, 90, 200, 70], { form: 'ellipse', fill: 'green' })
  shape('Айдана С.', 50, 'read', 'Прочитать три датчика', [110, 210, 220, 80], { form: 'parallelogram', fill: 'blue' })
  shape('Ұлпан С.', 49, 'seen', 'Сызық көрінеді ме?', [95, 340, 250, 150], { form: 'diamond', fill: 'yellow' })
  shape('Тимур К.', 49, 'error', 'Ошибка = левый − правый', [110, 550, 220, 80], { fill: 'white' })
  shape('Тимур К.', 49, 'turn', 'Скорость моторов по ошибке', [110, 690, 220, 80], { fill: 'white' })
  shape('Ұлпан С.', 49, 'search', 'Соңғы бағытқа бұрылу', [560, 375, 240, 80], { fill: 'orange' })
  join('Айдана С.', 50, 'start', 'read')
  join('Айдана С.', 50, 'read', 'seen')
  join('Ұлпан С.', 49, 'seen', 'error', 'иә')
  join('Ұлпан С.', 49, 'seen', 'search', 'жоқ')
  join('Тимур К.', 49, 'error', 'turn')
  join('Ұлпан С.', 49, 'search', 'read', '', { dash: 'dashed' })
  return sheet.things
}

/** What is drawn beside the notes, on the boards that have it. */
export const drawings: Readonly<Record<keyof typeof projects, readonly Drawn[]>> = {
  weather: weather(),
  robot: robot(),
  glider: [],
  boat: [],
  greenhouse: [],
}

/** Draws what is not there yet, so that it may be asked for twice. */
export const draw = (doc: Y.Doc, drawn: readonly Drawn[], by: string, at: (daysAgo: number) => number): void => {
  const board = openBoard(doc)
  const missing = drawn.filter(({ thing }) => !board.el.has(thing.id))
  if (missing.length > 0)
    addThings(
      board,
      missing.map(({ thing, daysAgo }) => ({ ...thing, by, at: at(daysAgo) })),
    )
}
