import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addThings, openBoard, readThing, style } from './board.ts'
import { isRunning, paused, readRun, remaining, started } from './run.ts'

const span = 300
const now = 1_700_000_000_000

describe('a timer', () => {
  it('has all its time until somebody starts it', () => {
    expect(remaining({ span, run: null }, now)).toBe(300)
    expect(isRunning({ span, run: null }, now)).toBe(false)
  })

  it('counts down, stands, goes on, and is over', () => {
    const run = started({ span, run: null }, now)
    expect(remaining({ span, run }, now + 60_500)).toBe(239.5)
    const still = paused({ span, run }, now + 60_500)
    expect(remaining({ span, run: still }, now + 900_000)).toBe(239.5)
    const again = started({ span, run: still }, now + 900_000)
    expect(remaining({ span, run: again }, now + 900_000 + 239_000)).toBe(0.5)
    expect(remaining({ span, run: again }, now + 5_000_000)).toBe(0)
    expect(isRunning({ span, run: again }, now + 5_000_000)).toBe(false)
    expect(started({ span, run: again }, now + 5_000_000).left).toBe(300)
  })

  it('never shows more than there was where a clock goes wrong', () => {
    const run = started({ span, run: null }, now + 3_600_000)
    expect(remaining({ span, run }, now)).toBe(300)
  })

  it('is read whatever a joker wrote', () => {
    for (const odd of [7, 'a', null, undefined]) expect(readRun(odd)).toBeNull()
    expect(readRun([1, 2])).toEqual({ left: 0, at: 0 })
    expect(readRun({ left: 1e9, at: -5 })).toEqual({ left: 10_800, at: 0 })
    expect(readRun({ left: NaN, at: Infinity })).toEqual({ left: 0, at: 0 })
  })

  it('that two touch at one moment runs or stands as one of them said, for both', () => {
    const [a, b] = [openBoard(new Y.Doc()), openBoard(new Y.Doc())]
    const meet = () => {
      const [ofA, ofB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)]
      Y.applyUpdate(a.doc, ofB)
      Y.applyUpdate(b.doc, ofA)
    }
    addThings(a, [{ kind: 'timer', id: 't', span, by: 'aigerim', at: 1 }])
    meet()
    const run = started({ span, run: null }, now)
    const still = paused({ span, run }, now + 5_000)
    style(a, ['t'], { run })
    style(b, ['t'], { run: still })
    meet()
    const [inA, inB] = [readThing(a, 't'), readThing(b, 't')]
    expect(inA).toEqual(inB)
    expect([run, still]).toContainEqual(inA?.kind === 'timer' && inA.run)
    style(a, ['t'], { run: null })
    expect(readThing(a, 't')).toMatchObject({ run: null })
  })
})
