import { steady } from './steady.ts'
import type { Scenario } from './scenario.ts'

export const classroom: Scenario = {
  name: 'classroom',
  title: '30 people on one board, each 5 edits and 10 cursor moves a second',
  run: (target, around) =>
    steady(target, around, { rooms: 1, perRoom: 30, editsPerSecond: 5, cursorsPerSecond: 10, warmUpSeconds: 30, seconds: 20 }),
}
