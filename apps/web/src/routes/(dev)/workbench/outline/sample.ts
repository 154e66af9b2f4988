import { addThings, lock, openBoard } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { fill, type LocalRoom } from '../board/wired.svelte.ts'

export const people = [
  { id: 'a1gerjm0000000000000', name: 'Айгерім С.' },
  { id: 'dau1et00000000000000', name: 'Дәулет Қ.' },
  { id: 'vanja000000000000000', name: 'Ваня П.' },
] as const
const [aigerim, daulet, vanja] = people

const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })

/** A small board with one of everything: frames, a group, connectors, a loose end, drawings, a lock. */
export const fillWorkshop = (room: LocalRoom, more: number) => {
  const board = openBoard(room.doc)
  const by = (person: { id: string }) => ({ by: person.id, at: 1 })
  const things: NewThing[] = [
    { kind: 'frame', id: 'power', g: [0, 0, 900, 560], text: 'Қуат көзі', ...by(aigerim) },
    { kind: 'note', id: 'motor', g: [40, 60, 200, 200], text: 'Motor gives 3.2 V at 400 rpm', fill: 'blue', ...by(daulet) },
    { kind: 'note', id: 'lamp', g: [320, 60, 200, 200], text: 'Лампа 3 В', fill: 'yellow', ...by(vanja) },
    { kind: 'shape', id: 'box', g: [600, 60, 220, 120], text: 'Түзеткіш', fill: 'green', form: 'rounded', ...by(aigerim) },
    { kind: 'connector', id: 'wire', a: end('motor'), b: end('lamp'), p: [0, 0, 1, 1], text: 'қызыл сым', ...by(aigerim) },
    { kind: 'connector', id: 'gone', a: end('lamp'), b: end('battery'), p: [520, 160, 560, 400], ...by(vanja) },
    { kind: 'ink', id: 'ink1', g: [60, 320, 60, 40], ink: 'red', ...by(vanja) },
    { kind: 'ink', id: 'ink2', g: [160, 320, 60, 40], ink: 'red', ...by(vanja) },
    { kind: 'frame', id: 'plan', g: [980, 0, 700, 560], text: 'Жоспар', ...by(aigerim) },
    { kind: 'note', id: 'friday', g: [1020, 60, 200, 200], text: 'Жұмада сынаймыз', fill: 'pink', group: 'team', ...by(aigerim) },
    { kind: 'note', id: 'solder', g: [1260, 60, 200, 200], text: 'Кім дәнекерлейді: Нұрлан, Ваня', group: 'team', ...by(aigerim) },
    { kind: 'text', id: 'quiet', g: [0, 640, 400, 30], text: 'Спросить Данияра Ерлановича про подшипник', ...by(vanja) },
  ]
  room.doc.transact(() => {
    if (more > 0) fill(room, more, people)
    addThings(
      board,
      more > 0
        ? things.map((thing) => (thing.g ? { ...thing, g: [thing.g[0], thing.g[1] - 800, thing.g[2], thing.g[3]] } : thing))
        : things,
    )
    lock(board, ['box'], 'all')
  })
}
