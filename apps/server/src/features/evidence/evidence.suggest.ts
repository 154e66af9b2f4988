import type { Suggestion } from '@sheber/contract/evidence'
import { openBoard } from '@sheber/document/board'
import type { Piece } from '@sheber/document/portfolio'
import { boardRoom } from '@sheber/document/room'
import { spansOf } from '@sheber/document/unseen'
import { may, type Who } from '@sheber/domain/permission'
import type { Services } from '../../services.ts'
import { namesOf } from '../person/person.names.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'

/** Of one record: whoever asks for more is told of the first. */
const thingsMax = 1_000

/**
 * Whose hands were in the things that these pieces show, by the log of their boards and not by what the boards say. Of boards that the
 * asker may not look at nothing is told; nor of anybody but these people.
 */
export const handsIn = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  handsOf: HandsOf,
  { who, pieces, people }: { who: Who | null; pieces: readonly Piece[]; people: readonly string[] },
): Promise<{ things: number; people: Suggestion[] }> => {
  const touched = new Map<string, { things: number; last: number }>()
  let things = 0
  const ofBoard = Map.groupBy(
    pieces.filter(({ kind, boardId }) => kind !== 'file' && boardId !== ''),
    ({ boardId }) => boardId,
  )
  for (const [boardId, shown] of ofBoard) {
    const board = await thingOfBoard(db, boardId)
    if (!board || !may(who, 'trace.look', board)) continue
    const room = boardRoom(boardId)
    const whole = shown.some((piece) => piece.kind === 'board' || piece.things.length === 0)
    const found = await hub.read(room, (doc) => {
      const opened = openBoard(doc)
      const ids = whole ? [...opened.el.keys()] : [...new Set(shown.flatMap((piece) => piece.things))]
      return ids.slice(0, thingsMax - things).flatMap((id) => {
        const spans = spansOf(opened, id)
        return spans && spans.deletion === null ? [[spans.made, ...spans.written]] : []
      })
    })
    const hands = await handsOf(room)
    things += found.length
    for (const spans of found) {
      const lastOf = new Map<string, number>()
      for (const { person, at } of hands.touching(spans)) if (person !== null) lastOf.set(person, at)
      for (const [person, at] of lastOf) {
        const before = touched.get(person) ?? { things: 0, last: 0 }
        touched.set(person, { things: before.things + 1, last: Math.max(before.last, at) })
      }
    }
  }
  const known = people.filter((id) => touched.has(id))
  const names = await namesOf(db, known)
  const told = known.map((personId) => {
    const { things: own, last } = touched.get(personId) as { things: number; last: number }
    return { personId, name: names.get(personId) ?? '', things: own, last: new Date(last).toISOString() }
  })
  return { things, people: told.sort((a, b) => b.things - a.things || (a.personId < b.personId ? -1 : 1)) }
}
