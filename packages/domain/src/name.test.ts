import { expect, it } from 'vitest'
import { byName, cleanName } from './name.ts'

it('spells й and ё in one way', () => {
  expect(cleanName('Ай Семён'.normalize('NFD'))).toBe('Ай Семён')
})

it('sorts as a Kazakh register does', () => {
  const names = ['Яна', 'Ұлан', 'Әлия', 'Алина', 'Қайрат', 'Кирилл', 'Бота', 'Ирина', 'Іңкәр', '10 «Б»', '9 «А»']
  const sorted = names.map((name) => ({ name })).sort(byName)
  expect(sorted.map(({ name }) => name)).toEqual([
    '9 «А»',
    '10 «Б»',
    'Алина',
    'Әлия',
    'Бота',
    'Ирина',
    'Кирилл',
    'Қайрат',
    'Ұлан',
    'Іңкәр',
    'Яна',
  ])
})
