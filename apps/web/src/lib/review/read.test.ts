import { expect, it } from 'vitest'
import ru from './words.ru.ts'
import { namedBy, titledBy, waitOf } from './read.ts'

it.each([
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:05Z', '1 минуту'],
  ['2026-11-23T10:00:00Z', '2026-11-23T10:59:59Z', '59 минут'],
  ['2026-11-23T10:00:00Z', '2026-11-23T13:00:00Z', '3 часа'],
  ['2026-11-23T10:00:00Z', '2026-11-28T09:00:00Z', '4 дня'],
  // A clock that runs behind waits no negative time.
  ['2026-11-23T10:00:00Z', '2026-11-23T09:00:00Z', '1 минуту'],
])('from %s to %s is %s', (since, now, said) => expect(waitOf(since, now, ru.time)).toBe(said))

it.each([
  [['a'], 'Мост'],
  [['a', 'b', 'c', 'd'], 'Мост, Лампа +2'],
  // Taken away since, or without a title: how many there were is told instead.
  [['gone', 'blank'], null],
  [['gone', 'b'], 'Лампа +1'],
])('%j is named %s', (ids, named) => {
  const titles = new Map([
    ['a', 'Мост'],
    ['b', 'Лампа'],
    ['c', 'Робот'],
    ['d', 'Катер'],
    ['blank', ' '],
  ])
  expect(namedBy(ids, titles)).toBe(named)
})

it.each([
  [['Мост'], 1, 'Мост'],
  [['Мост', 'Лампа', 'Робот'], 5, 'Мост, Лампа +3'],
  [['Мост', 'Лампа', 'Робот'], 0, 'Мост, Лампа …'],
  [['Мост'], 2, 'Мост +1'],
])('titles %j of %i are told as %s', (titles, all, told) => expect(titledBy(titles, all)).toBe(told))
