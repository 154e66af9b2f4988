import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersMax, answersShown, answerTextMax } from './answer.ts'
import { addThings, openBoard, ownUndo, readThing, style, type Board } from './board.ts'
import { copyOf } from './thing.ts'
import { addAnswer, answerIds, typeAnswer } from './poll.ts'

const trace = { by: 'aigerim', at: 1 }
const [one = '', two = ''] = answerIds(['x', 'y'])

const pollOf = (board: Board) => {
  const thing = readThing(board, 'p')
  if (thing?.kind !== 'poll') throw new Error('no poll')
  return thing
}
const shown = (board: Board) => answersShown(pollOf(board).answers).map(({ words }) => words)

const fresh = () => {
  const board = openBoard(new Y.Doc())
  const answers = [
    { id: one, words: 'үш' },
    { id: two, words: 'бес' },
  ]
  addThings(board, [{ kind: 'poll', id: 'p', text: 'Неше қалақ?', answers, ...trace }])
  return board
}
const pair = () => {
  const a = fresh()
  const b = openBoard(new Y.Doc())
  const meet = () => {
    const [ofA, ofB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)]
    Y.applyUpdate(a.doc, ofB)
    Y.applyUpdate(b.doc, ofA)
  }
  meet()
  return { a, b, meet }
}

describe('a poll', () => {
  it('is read as it was made', () => {
    expect(pollOf(fresh())).toMatchObject({
      text: 'Неше қалақ?',
      answers: [
        { id: one, words: 'үш' },
        { id: two, words: 'бес' },
      ],
      several: false,
      secret: false,
      closed: false,
    })
  })

  it('keeps what two added at one moment, in one order for both', () => {
    const { a, b, meet } = pair()
    typeAnswer(a, 'p', addAnswer(a, 'p', 'm') ?? '', 'жеті')
    typeAnswer(b, 'p', addAnswer(b, 'p', 'n') ?? '', 'тоғыз')
    meet()
    expect(shown(a)).toEqual(['үш', 'бес', 'жеті', 'тоғыз'])
    expect(shown(b)).toEqual(shown(a))
  })

  it('takes an answer away by clearing it, and undo brings it back', () => {
    const board = fresh()
    const undo = ownUndo(board)
    typeAnswer(board, 'p', one, '')
    expect(shown(board)).toEqual(['бес'])
    undo.undo()
    expect(shown(board)).toEqual(['үш', 'бес'])
  })

  it('keeps the words of whoever wrote on an answer that another was clearing', () => {
    const { a, b, meet } = pair()
    typeAnswer(a, 'p', one, '')
    typeAnswer(b, 'p', one, 'үш қалақ')
    meet()
    expect(shown(a)).toEqual([' қалақ', 'бес'])
    expect(shown(b)).toEqual(shown(a))
  })

  it('takes no more than it may: first the blank ones are used again', () => {
    const board = fresh()
    for (let i = 2; i < answersMax; i++) typeAnswer(board, 'p', addAnswer(board, 'p', `n${i}`) ?? '', `${i}`)
    expect(shown(board)).toHaveLength(answersMax)
    expect(addAnswer(board, 'p', 'more')).toBeNull()
    typeAnswer(board, 'p', two, '')
    expect(addAnswer(board, 'p', 'more')).toBe(two)
    typeAnswer(board, 'p', two, 'x'.repeat(1000))
    expect(shown(board)[1]).toHaveLength(answerTextMax)
  })

  it('is copied with its answers, as maps of its own', () => {
    const board = fresh()
    const copy = copyOf(pollOf(board), { id: 'q', ...trace })
    if (copy) addThings(board, [copy])
    typeAnswer(board, 'p', one, 'алты')
    const other = readThing(board, 'q')
    expect(other?.kind === 'poll' && other.answers.map(({ words }) => words)).toEqual(['үш', 'бес'])
  })

  it('is settled by a style, and read whatever a joker wrote', () => {
    const board = fresh()
    style(board, ['p'], { several: true, closed: true })
    expect(pollOf(board)).toMatchObject({ several: true, closed: true })
    const fields = board.el.get('p') as Y.Map<unknown>
    for (const odd of [7, 'a', null, [null, 7, { id: 3 }], new Y.Map([['bad id', 'a'] as const]), new Y.Text('a')]) {
      fields.set('answers', odd)
      expect(pollOf(board).answers).toEqual([])
      expect(addAnswer(board, 'nobody', 'x')).toBeNull()
    }
    fields.set('several', 'yes')
    expect(pollOf(board).several).toBe(false)
  })
})
