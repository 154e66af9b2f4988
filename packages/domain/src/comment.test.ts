import { describe, expect, it } from 'vitest'
import { admitComment, cleanComment, commentsMax, commentsPerMinuteMax, newlyMentioned } from './comment.ts'

describe('a comment', () => {
  it.each([
    ['  Жел қайдан соғады?\r\n', 'Жел қайдан соғады?'],
    ['бір\r\nекі\rүш', 'бір\nекі\nүш'],
    ['Й'.normalize('NFD'), 'Й'],
    ['a\u200bb\u202ec\ufeff\u00ad\0', 'abc'],
    ['👩\u200d🚀 ұшты', '👩\u200d🚀 ұшты'],
    [' \n\t ', ''],
  ])('%j is kept as %j', (written, kept) => expect(cleanComment(written)).toBe(kept))

  it('is refused on a full board, and to one who writes without a pause', () => {
    expect(() => admitComment({ onBoard: commentsMax, inMinute: 0 })).toThrow('too-many-comments')
    expect(() => admitComment({ onBoard: 0, inMinute: commentsPerMinuteMax })).toThrow('too-often')
    expect(() => admitComment({ onBoard: commentsMax - 1, inMinute: commentsPerMinuteMax - 1 })).not.toThrow()
  })
})

describe('mentions', () => {
  it('name people of the team, who are told', () => expect(newlyMentioned(['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b']))
  it('name nobody else', () => expect(() => newlyMentioned(['a', 'x'], ['a'])).toThrow('mention-outside'))
  it('are told once, and stay when the one named has left', () => expect(newlyMentioned(['x', 'a'], ['a'], ['x'])).toEqual(['a']))
})
