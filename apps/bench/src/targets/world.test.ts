import { expect, it } from 'vitest'
import { placesIn, type Hall } from './world.ts'

const hall = (name: string, people: number, boards: number): Hall => ({
  cookies: Array.from({ length: people }, (_, at) => `${name}-person-${at}`),
  boards: Array.from({ length: boards }, (_, at) => `${name}-board-${at}`),
})

const world = {
  classroom: hall('class', 30, 1),
  school: ['a', 'b', 'c', 'd', 'e'].map((name) => hall(name, 20, 80)),
}

const counts = (names: readonly string[]) => [...Map.groupBy(names, (name) => name).values()].map((same) => same.length)

it('gives everybody in a class a cookie of their own', () => {
  const [room = []] = placesIn(world, 1, 30)
  expect(new Set(room.map(({ cookie }) => cookie)).size).toBe(30)
  expect(new Set(room.map(({ board }) => board)).size).toBe(1)
})

it('opens two thousand sockets with no more than twenty a person, in rooms of their own teams', () => {
  const rooms = placesIn(world, 400, 5)
  expect(new Set(rooms.map(([first]) => first?.board)).size).toBe(400)
  expect(Math.max(...counts(rooms.flat().map(({ cookie }) => cookie)))).toBe(20)
  for (const room of rooms) {
    expect(new Set(room.map(({ cookie }) => cookie)).size).toBe(5)
    expect(room.every(({ board, cookie }) => board[0] === cookie[0])).toBe(true)
  }
})

it('has no more rooms than were made', () => {
  expect(() => placesIn(world, 401, 5)).toThrow('no 401 rooms')
})
