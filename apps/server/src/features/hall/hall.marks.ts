import { createHash } from 'node:crypto'
import type { Face } from './hall.face.ts'
import type { Hall, HallStand, Listed } from './hall.open.ts'

/** What a page of a hall is made of, in a few letters: the hall is read again and again, and mostly nothing has changed. */

const marked = <T extends object>(seenOf: (of: T) => unknown) => {
  const known = new WeakMap<T, string>()
  return (of: T): string => {
    const mark =
      known.get(of) ??
      createHash('sha256')
        .update(JSON.stringify(seenOf(of)))
        .digest('base64url')
        .slice(0, 22)
    known.set(of, mark)
    return mark
  }
}

/** All that may be seen of a stand. */
export const standMark = marked((stand: HallStand) => ({ ...stand, files: [...stand.files.values()], unseen: [...stand.unseen] }))

/** What is said of the exhibition on the page of every stand. */
const frameMark = marked(({ id, plan, stage, reason, year, organisers }: Hall) => [id, plan, stage, reason, year, organisers])

/** An exhibition on the front door, with its plan: long to write out for each who looks. */
export const listedMark = marked((one: Listed) => one)

/** What a face shows, and of its picture which bytes. */
export const faceMark = marked(({ stands, cover, final, finalists }: Face) => [
  ...[stands, cover && [cover.id, cover.files.get(cover.fileId)]],
  ...[final && final.stage, finalists],
])

/** The exhibition with all its open stands, in their order, and how many are closed. */
export const hallMark = marked((hall: Hall) => [
  frameMark(hall),
  hall.awards,
  hall.open.map(standMark),
  hall.shut,
  hall.final && [hall.final.stage, ...hall.final.standIds],
])

/** The floor: closed stands are drawn on it too, by their number alone. */
export const floorMark = marked((hall: Hall) => [
  hallMark(hall),
  [...hall.all.values()].map(({ number, place, admitted, open }) => [number, place, admitted, open]),
])

/** A stand between its neighbours. */
export const placeMark = (hall: Hall, stand: HallStand): string => {
  const at = hall.open.indexOf(stand)
  return [frameMark(hall), standMark(stand), hall.open[at - 1]?.id ?? '', hall.open[at + 1]?.id ?? ''].join(' ')
}
