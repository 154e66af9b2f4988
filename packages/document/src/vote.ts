import type * as Y from 'yjs'
import type { Board } from './board.ts'

/**
 * Votes: what each person has chosen in a poll or a round, under 'thing:person'. One key holds all they chose there, so
 * another choice is another value of it, and two devices of one person come to the same. The door knows who wrote a word,
 * not what it says: whoever shows votes counts those of the team alone.
 */
export type Votes = Y.Map<unknown>

/** What everybody chose in one poll or round, by person. */
export type Ballots = ReadonlyMap<string, readonly string[]>

/** More nobody has to give. */
export const choicesMax = 20

const voteKey = (id: string, person: string) => `${id}:${person}`

const readChoices = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.filter((one): one is string => typeof one === 'string' && one.length <= 300))].slice(0, choicesMax)
    : []

export const choicesOf = (votes: Votes, id: string, person: string): readonly string[] => readChoices(votes.get(voteKey(id, person)))

/** `voters` are those who count, null for all. */
export const ballotsOf = (votes: Votes, id: string, voters: ReadonlySet<string> | null): Ballots => {
  const ballots = new Map<string, readonly string[]>()
  const prefix = voteKey(id, '')
  for (const key of votes.keys()) {
    const person = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (!person || (voters && !voters.has(person))) continue
    const choices = readChoices(votes.get(key))
    if (choices.length > 0) ballots.set(person, choices)
  }
  return ballots
}

/** One more choice, or one taken back. Null: all that one has is given. Who has but one gives it elsewhere. */
export const chosenNext = (was: readonly string[], choice: string, most: number): readonly string[] | null => {
  if (was.includes(choice)) return was.filter((one) => one !== choice)
  if (most === 1) return [choice]
  return was.length < Math.min(most, choicesMax) ? [...was, choice] : null
}

export const vote = (board: Board, id: string, person: string, choices: readonly string[]) => {
  const key = voteKey(id, person)
  const before = readChoices(board.vote.get(key))
  if (JSON.stringify(before) === JSON.stringify(choices)) return
  board.doc.transact(() => {
    if (choices.length > 0) board.vote.set(key, choices.slice(0, choicesMax))
    else board.vote.delete(key)
  }, board.origin)
}

/** Who chose it, for each choice; of each person so many as they have. */
export const votersOf = (ballots: Ballots, most: number): ReadonlyMap<string, readonly string[]> => {
  const voters = new Map<string, string[]>()
  for (const [person, choices] of ballots)
    for (const choice of choices.slice(0, most)) {
      const known = voters.get(choice)
      if (known) known.push(person)
      else voters.set(choice, [person])
    }
  return voters
}
