import type { Entry } from '@sheber/contract/stand'

const plain = [
  'nominationId',
  'title',
  'about',
  'posterId',
  'pictures',
  'modelId',
  'video',
  'clip',
  'files',
  'seen',
  'records',
  'adults',
] as const
type Plain = (typeof plain)[number]

const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
const wordsOf = ({ parts }: Entry, personId: string) => parts.find((part) => part.personId === personId)?.words ?? ''

/** Whether two say the same; who has confirmed what is no word of it. */
export const isSame = (a: Entry, b: Entry): boolean =>
  !plain.some((key) => differ(a[key], b[key])) &&
  [...a.parts, ...b.parts].every(({ personId }) => wordsOf(a, personId) === wordsOf(b, personId))

/**
 * What two of a team have written since they both had `base`: each keeps what they alone touched. Where both touched the same place
 * mine stays on the screen, and `clash` says so.
 */
export const mergeEntry = (base: Entry, mine: Entry, theirs: Entry): { entry: Entry; clash: boolean } => {
  let clash = false
  const choose = <T>(was: T, my: T, their: T): T => {
    if (!differ(my, was) || !differ(my, their)) return their
    if (differ(their, was)) clash = true
    return my
  }
  const entry: Entry = { ...theirs }
  const put = <K extends Plain>(key: K) => {
    entry[key] = choose<Entry[K]>(base[key], mine[key], theirs[key])
  }
  plain.forEach((key) => put(key))
  const people = [...new Set([...theirs.parts, ...mine.parts].map(({ personId }) => personId))]
  entry.parts = people.map((personId) => {
    const their = theirs.parts.find((part) => part.personId === personId)
    const words = choose(wordsOf(base, personId), wordsOf(mine, personId), wordsOf(theirs, personId))
    return { personId, words, confirmed: their?.words === words && their.confirmed }
  })
  return { entry, clash }
}
