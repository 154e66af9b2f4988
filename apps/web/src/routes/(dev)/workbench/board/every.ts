import { addThings, openBoard } from '@sheber/document/board'
import { noteColours, paints } from '@sheber/document/colour'
import { encodeStroke } from '@sheber/document/ink'
import { cards, dashes, forms, heads, routes, type NewThing, type Place } from '@sheber/document/thing'
import { stamps } from '#lib/board/core/stamps.ts'
import { lendModel } from '#lib/board/model/bytes.ts'
import { binaryStl, boxTriangles } from '#lib/board/model/sample.ts'
import type { LocalRoom } from './wired.svelte.ts'

/** Every kind of thing in every form it has, to be looked at in each theme. */

const wave = (w: number, h: number, pressure: (part: number) => number) =>
  encodeStroke({
    w,
    h,
    points: Array.from({ length: 60 }, (_, i) => {
      const part = i / 59
      return { x: part * w, y: h / 2 + (h / 2) * Math.sin(part * 9) * (1 - part * 0.4), pressure: pressure(part) }
    }),
  })

const hook = encodeStroke({
  w: 90,
  h: 90,
  points: [
    [0, 0, 0.2],
    [45, 4, 0.6],
    [90, 6, 1],
    [50, 40, 0.8],
    [4, 84, 0.4],
    [50, 86, 0.7],
    [90, 90, 0.1],
  ].map(([x = 0, y = 0, pressure = 0.5]) => ({ x, y, pressure })),
})

const bracket = 'bracket0000000000000'

type Without<T> = T extends unknown ? Omit<T, 'id' | 'by' | 'at'> : never

const things = (): Without<NewThing>[] => {
  const row = (y: number, n: number, w: number, h: number, gap = 24): Place[] =>
    Array.from({ length: n }, (_, i) => [i * (w + gap), y, w, h] as const)
  const at = (places: Place[], i: number): Place => places[i] ?? [0, 0, 100, 100]
  const notes = row(0, noteColours.length, 170, 150)
  const drawn = row(190, forms.length, 130, 100)
  const tinted = row(320, paints.length, 130, 70)
  const inked = row(420, paints.length, 130, 60)
  const lines = row(620, heads.length * 2, 70, 1, 30)
  const carded = row(760, cards.length, 190, 110)
  const stamped = row(900, Object.keys(stamps).length, 72, 72)
  return [
    { kind: 'frame', g: [-60, -60, 1760, 1360], text: 'Зертхана: желді күні', mm: 4, grid: 10 },
    ...noteColours.map((fill, i): Without<NewThing> => ({ kind: 'note', g: at(notes, i), fill, text: 'Қанаттың бұрышы 12°' })),
    { kind: 'note', g: [1190, 0, 170, 150], fill: 'blue', text: 'Повёрнут', turn: 12 },
    ...forms.map((form, i): Without<NewThing> => ({
      kind: 'shape',
      form,
      g: at(drawn, i),
      fill: i % 2 ? (paints[i % paints.length] ?? 'none') : 'none',
      dash: dashes[i % dashes.length] ?? 'solid',
      text: form,
      size: 15,
    })),
    ...paints.map((fill, i): Without<NewThing> => ({
      kind: 'shape',
      form: 'rounded',
      g: at(tinted, i),
      fill,
      ink: fill === 'white' ? 'ink' : fill,
      text: fill,
      size: 16,
    })),
    // White is for surfaces: on paper nobody could read it, and nobody is offered it.
    ...paints
      .filter((ink) => ink !== 'white')
      .map((ink, i): Without<NewThing> => ({ kind: 'text', g: at(inked, i), ink, text: `Текст, ${ink}`, size: 18 })),
    { kind: 'text', g: [0, 470, 460, 40], text: 'Маркер жүргізілген сөздер осылай оқылады', size: 22 },
    { kind: 'ink', g: [-6, 474, 300, 26], points: wave(300, 26, () => 0.5), brush: 'highlighter', ink: 'yellow', width: 20 },
    { kind: 'ink', g: [300, 474, 170, 26], points: wave(170, 26, () => 0.5), brush: 'highlighter', ink: 'green', width: 20 },
    { kind: 'ink', g: [520, 480, 200, 70], points: wave(200, 70, (part) => part), ink: 'blue', width: 9 },
    { kind: 'ink', g: [760, 480, 200, 70], points: wave(200, 70, () => 0.5), ink: 'red', width: 4 },
    { kind: 'ink', g: [1000, 470, 90, 90], points: hook, ink: 'violet', width: 14 },
    ...heads.flatMap((head, i): Without<NewThing>[] =>
      routes.slice(0, 2).map((route, j) => {
        const [x, y] = at(lines, i * 2 + j)
        return { kind: 'connector', p: [x, y, x + 80, y + 70], route, head, tail: j ? head : 'none', dash: dashes[i % 3] ?? 'solid' }
      }),
    ),
    {
      kind: 'connector',
      p: [1210, 620, 1400, 700],
      route: 'curve',
      text: 'ток, 3.2 В',
      ink: 'blue',
      a: { id: 'gone', u: 0.5, v: 0.5, port: '' },
    },
    ...cards.map((of, i): Without<NewThing> => ({
      kind: 'card',
      of,
      g: at(carded, i),
      text: 'Лопасти: сравнить три и пять на ветру 4 м/с',
    })),
    ...Object.keys(stamps).map((stamp, i): Without<NewThing> => ({ kind: 'stamp', stamp, g: at(stamped, i) })),
    {
      kind: 'link',
      g: [0, 1000, 300, 130],
      text: 'Анемометр: как измеряют ветер',
      about: 'Чашечный анемометр вращается тем быстрее, чем сильнее ветер; обороты считает датчик Холла.',
      url: 'https://www.example.kz/anemometer',
    },
    {
      kind: 'poll',
      g: [760, 1000, 300, 220],
      text: 'Неше қалақ аламыз?',
      answers: [
        { id: 'a0.a', words: 'Үш' },
        { id: 'a1.b', words: 'Бес: жел әлсіз болса да айналады' },
      ],
    },
    { kind: 'round', g: [1090, 1000, 280, 120], text: 'Қай идея жақсырақ?', dots: 3 },
    { kind: 'timer', g: [1400, 1000, 240, 150], span: 300 },
    { kind: 'image', g: [330, 1000, 220, 130], file: '', text: 'Ветряк на крыше школы, вид со двора' },
    {
      kind: 'model',
      g: [1680, 970, 200, 180],
      file: bracket,
      name: 'қапсырма.stl',
      bytes: 684,
      extent: [40, 20, 10],
      triangles: 12,
      text: 'Скоба для мачты',
    },
  ]
}

/** A marker's stroke says so: it is the one thing that is not to cover what lies beneath. */
const idOf = (thing: Without<NewThing>, i: number) =>
  `${thing.kind === 'ink' && thing.brush === 'highlighter' ? 'marker' : 'every'}${String(i).padStart(12, '0')}`

export const fillWithEvery = (room: LocalRoom, by: string) => {
  lendModel(bracket, new Blob([binaryStl(boxTriangles(40, 20, 10))]))
  const board = openBoard(room.doc)
  addThings(
    board,
    things().map((thing, i) => ({ ...thing, id: idOf(thing, i), by, at: i })),
  )
  // What a newer Sheber made.
  room.doc.transact(() => {
    addThings(board, [{ kind: 'shape', id: 'newer', g: [580, 1000, 130, 130], by, at: 1 }])
    const fields = board.el.get('newer') as { set(name: string, value: unknown): void }
    fields.set('t', 'hologram')
  })
}
