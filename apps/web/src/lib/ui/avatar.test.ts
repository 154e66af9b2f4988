import { describe, expect, it } from 'vitest'
import { drawPerson, patterns, tones } from './avatar.ts'

describe('a person drawn without a photograph', () => {
  it.each([
    ['Айгерім Сапарова', 'АС'],
    ['әсел ғ.', 'ӘҒ'],
    ['Болат', 'Б'],
    ['Ким-Ли Анна Мария', 'КМ'],
    ['«Шебер» 2', '2'],
    ['—', ''],
  ])('%s → %s', (name, initials) => {
    expect(drawPerson('id', name).initials).toBe(initials)
  })

  it('looks the same on every screen', () => {
    expect(drawPerson('8jv5h2k17q17m69f4tbf', 'A')).toEqual(drawPerson('8jv5h2k17q17m69f4tbf', 'A'))
  })

  it('spreads a school over all tones and patterns', () => {
    const drawn = Array.from({ length: 400 }, (_, n) => drawPerson(`person-${n}`, 'A'))
    const kinds = new Set(drawn.map(({ tone, pattern }) => tone * patterns + pattern))
    expect(kinds.size).toBe(tones * patterns)
  })
})
