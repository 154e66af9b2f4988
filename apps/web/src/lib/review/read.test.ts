import { expect, it } from 'vitest'
import ru from './words.ru.ts'
import { waitOf } from './read.ts'

it.each([
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:05Z', '1 минуту'],
  ['2026-11-23T10:00:00Z', '2026-11-23T10:59:59Z', '59 минут'],
  ['2026-11-23T10:00:00Z', '2026-11-23T13:00:00Z', '3 часа'],
  ['2026-11-23T10:00:00Z', '2026-11-28T09:00:00Z', '4 дня'],
  // A clock that runs behind waits no negative time.
  ['2026-11-23T10:00:00Z', '2026-11-23T09:00:00Z', '1 минуту'],
])('from %s to %s is %s', (since, now, said) => expect(waitOf(since, now, ru.time)).toBe(said))
