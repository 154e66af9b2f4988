import { steady } from './steady.ts'
import type { Scenario } from './scenario.ts'

export const school: Scenario = {
  name: 'school',
  title: '100 boards with 5 people each, one edit a second each',
  run: (target, around) =>
    steady(target, around, { rooms: 100, perRoom: 5, editsPerSecond: 1, cursorsPerSecond: 0, warmUpSeconds: 30, seconds: 20 }),
}
