import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addThings, openBoard, ownUndo, watchBoard, type Board } from './board.ts'
import { ballotsOf, choicesMax, choicesOf, chosenNext, vote, votersOf } from './vote.ts'

const people = ['aigerim', 'daulet', 'madina'] as const

/** Devices that meet when they are told to. */
const devices = (many: number) => {
  const boards = Array.from({ length: many }, () => openBoard(new Y.Doc()))
  const meet = () => {
    const states = boards.map(({ doc }) => Y.encodeStateAsUpdate(doc))
    for (const { doc } of boards) for (const state of states) Y.applyUpdate(doc, state)
  }
  return { boards, meet }
}
const device = (boards: readonly Board[], i: number) => boards[i] as Board
const of = (board: Board, id = 'poll', voters: ReadonlySet<string> | null = null) => Object.fromEntries(ballotsOf(board.vote, id, voters))

/** The same numbers every time. */
const chance = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return seed / 2 ** 31
}

describe('votes', () => {
  it('are one for each person, whatever their devices did at one moment', () => {
    const { boards, meet } = devices(3)
    vote(device(boards, 0), 'poll', 'aigerim', ['a'])
    vote(device(boards, 1), 'poll', 'aigerim', ['b'])
    vote(device(boards, 2), 'poll', 'daulet', ['b'])
    meet()
    const [first, ...others] = boards.map((board) => of(board))
    for (const other of others) expect(other).toEqual(first)
    expect(Object.keys(first ?? {}).sort()).toEqual(['aigerim', 'daulet'])
    expect([['a'], ['b']]).toContainEqual(first?.['aigerim'])
  })

  it('are a hundred when a hundred vote at one moment', () => {
    const all = openBoard(new Y.Doc())
    for (const [i, board] of devices(100).boards.entries()) {
      vote(board, 'poll', `person${i}`, [i % 2 ? 'a' : 'b'])
      Y.applyUpdate(all.doc, Y.encodeStateAsUpdate(board.doc))
    }
    const counted = votersOf(ballotsOf(all.vote, 'poll', null), 1)
    expect([counted.get('a')?.length, counted.get('b')?.length]).toEqual([50, 50])
  })

  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('come to the same on every device, however it went (%i)', (seed) => {
    const next = chance(seed)
    const pick = <T>(all: readonly T[]) => all[Math.floor(next() * all.length)] as T
    const { boards, meet } = devices(3)
    const undos = boards.map(ownUndo)
    for (let step = 0; step < 40; step++) {
      const at = Math.floor(next() * boards.length)
      const board = device(boards, at)
      const person = pick(people)
      const what = next()
      if (what < 0.7) {
        const was = choicesOf(board.vote, 'poll', person)
        vote(board, 'poll', person, chosenNext(was, pick(['a', 'b', 'c', 'd']), 3) ?? was)
        undos[at]?.stopCapturing()
      } else if (what < 0.85) undos[at]?.undo()
      else meet()
    }
    meet()
    const [first, ...others] = boards.map((board) => of(board))
    for (const other of others) expect(other).toEqual(first)
    for (const choices of Object.values(first ?? {})) {
      expect(choices.length).toBeLessThanOrEqual(3)
      expect(new Set(choices).size).toBe(choices.length)
    }
  })

  it('of others stay when one takes back the own', () => {
    const { boards, meet } = devices(2)
    const [mine, theirs] = [device(boards, 0), device(boards, 1)]
    const undo = ownUndo(mine)
    vote(mine, 'poll', 'aigerim', ['a'])
    meet()
    vote(theirs, 'poll', 'daulet', ['b'])
    meet()
    undo.undo()
    meet()
    expect(of(theirs)).toEqual({ daulet: ['b'] })
    undo.redo()
    meet()
    expect(of(theirs)).toEqual({ aigerim: ['a'], daulet: ['b'] })
  })

  it('count for the team alone, and for their own thing alone', () => {
    const board = openBoard(new Y.Doc())
    vote(board, 'poll', 'aigerim', ['a'])
    vote(board, 'poll', 'stranger', ['a'])
    vote(board, 'poll2', 'aigerim', ['b'])
    expect(of(board, 'poll', new Set(people))).toEqual({ aigerim: ['a'] })
  })

  it('are read whatever a joker wrote', () => {
    const board = openBoard(new Y.Doc())
    const odd: unknown[] = [1, 'a', null, { a: 1 }, [7, null, 'a', 'a', 'x'.repeat(400)], Array.from({ length: 99 }, (_, i) => `c${i}`)]
    for (const [i, value] of odd.entries()) board.vote.set(`poll:person${i}`, value)
    board.vote.set('poll', ['a'])
    board.vote.set('poll:', ['a'])
    const read = of(board)
    expect(Object.keys(read)).toEqual(['person4', 'person5'])
    expect(read['person4']).toEqual(['a'])
    expect(read['person5']).toHaveLength(choicesMax)
    expect(votersOf(ballotsOf(board.vote, 'poll', null), 1).size).toBe(2)
  })

  it('are heard of as a change of what was voted upon', () => {
    const board = openBoard(new Y.Doc())
    addThings(board, [{ kind: 'poll', id: 'poll', by: 'aigerim', at: 1 }])
    const heard: string[][] = []
    const stop = watchBoard(board, (ids) => heard.push([...ids]))
    vote(board, 'poll', 'aigerim', ['a'])
    vote(board, 'poll', 'aigerim', ['a'])
    stop()
    vote(board, 'poll', 'aigerim', [])
    expect(heard).toEqual([['poll']])
  })
})

describe('a choice', () => {
  it('moves where there is but one, is taken back by a second tap, and ends where all are given', () => {
    expect(chosenNext(['a'], 'b', 1)).toEqual(['b'])
    expect(chosenNext(['a'], 'a', 1)).toEqual([])
    expect(chosenNext(['a'], 'b', 3)).toEqual(['a', 'b'])
    expect(chosenNext(['a', 'b', 'c'], 'd', 3)).toBeNull()
  })
})
