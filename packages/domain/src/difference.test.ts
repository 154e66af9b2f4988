import { describe, expect, it } from 'vitest'
import { recordDifference, wordDifference } from './difference.ts'

describe('words', () => {
  it.each([
    ['', '', []],
    ['бір', 'бір', [{ how: 'same', text: 'бір' }]],
    ['', 'жаңа сөз', [{ how: 'added', text: 'жаңа сөз' }]],
    ['ескі сөз', '', [{ how: 'removed', text: 'ескі сөз' }]],
    [
      'мы собрали мост из дерева',
      'мы собрали прочный мост из фанеры',
      [
        { how: 'same', text: 'мы собрали ' },
        { how: 'added', text: 'прочный ' },
        { how: 'same', text: 'мост из ' },
        { how: 'removed', text: 'дерева' },
        { how: 'added', text: 'фанеры' },
      ],
    ],
    [
      'a b c',
      'a b c\nd',
      [
        { how: 'same', text: 'a b c\n' },
        { how: 'added', text: 'd' },
      ],
    ],
  ] as const)('from “%s” to “%s”', (before, after, expected) => {
    expect(wordDifference(before, after)).toEqual(expected)
  })

  it('put together are the new text, whatever was removed', () => {
    const before = 'один два три четыре пять шесть'
    const after = 'два один три пять шесть семь восемь'
    const parts = wordDifference(before, after)
    const put = parts.filter(({ how }) => how !== 'removed').map(({ text }) => text)
    expect(put.join('')).toBe(after)
  })

  it('of a whole book are told at once, as replaced', () => {
    const book = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ')
    const began = performance.now()
    expect(wordDifference(book('a'), book('b')).map(({ how }) => how)).toEqual(['removed', 'added'])
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('a record', () => {
  const then = { title: 'Мост', reflection: '', words: 'держит 5 кг', pieces: [{ id: 'a' }, { id: 'b' }] }

  it('that nobody touched is the same', () => {
    expect(recordDifference(then, { ...then })).toMatchObject({ same: true, piecesAdded: [], piecesRemoved: [] })
  })

  it('tells of words and pieces', () => {
    const now = { ...then, words: 'держит 7 кг', pieces: [{ id: 'b' }, { id: 'c' }] }
    expect(recordDifference(then, now)).toMatchObject({ same: false, piecesAdded: [{ id: 'c' }], piecesRemoved: [{ id: 'a' }] })
  })

  it('that was deleted is said to be', () => expect(recordDifference(then, null)).toBeNull())
})
