import { describe, expect, it } from 'vitest'
import { excerpt, plain, rank } from './search.ts'

describe('looking for a name', () => {
  it('prefers the beginning, then the beginning of a word, then any part', () => {
    expect(rank('Новый стикер', 'нов')).toBe(3)
    expect(rank('Новый стикер', 'сти')).toBe(2)
    expect(rank('Новый стикер', 'тике')).toBe(1)
    expect(rank('Новый стикер', 'рамка')).toBe(0)
    expect(rank('Скруглённый прямоугольник', plain('СКРУГЛЕННЫЙ'))).toBe(3)
  })

  it('keeps the Kazakh letters apart from the Russian ones', () => {
    expect(rank('Бәрін таңдау', 'бәр')).toBe(3)
    expect(rank('Бәрін таңдау', 'бар')).toBe(0)
  })
})

describe('an excerpt', () => {
  const long = `${'слово '.repeat(30)}мотор ${'и ещё '.repeat(30)}`

  it('shows the place that answers', () => {
    const line = excerpt(long, 'Мотор')
    expect(line).toContain('мотор')
    expect(line.length).toBeLessThan(70)
    expect(line.startsWith('…')).toBe(true)
    expect(line.endsWith('…')).toBe(true)
  })

  it('leaves a short line as it is', () => {
    expect(excerpt('ветер\nи лопасти', 'лоп')).toBe('ветер и лопасти')
  })
})
