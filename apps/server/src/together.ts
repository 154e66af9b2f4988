import type { Db } from '@sheber/db/open'

interface Waiting<Answer> {
  readonly done: (answer: Answer | null) => void
  readonly failed: (why: unknown) => void
}

/** Keys of one question to the database. */
const keysMax = 200

/**
 * Many questions of one kind as one. Whoever asks while an answer is on its way goes with the next question, so nobody is
 * told what was true before they asked:
 *
 *   asked     a   b c a     d
 *   database  [a]===[b c]=====[d]===
 *
 * After a restart a whole school asks within a second, and what costs is the question, not the row. `prepare` is called
 * once for each database; what it returns answers some keys, and leaves out those it does not know.
 */
export const together = <Answer>(prepare: (db: Db) => (keys: string[]) => Promise<ReadonlyMap<string, Answer>>) => {
  const asking = new WeakMap<Db, (key: string) => Promise<Answer | null>>()
  return (db: Db, key: string): Promise<Answer | null> => {
    let ask = asking.get(db)
    if (!ask) asking.set(db, (ask = oneByOne(prepare(db))))
    return ask(key)
  }
}

const oneByOne = <Answer>(answersTo: (keys: string[]) => Promise<ReadonlyMap<string, Answer>>) => {
  const waiting = new Map<string, Waiting<Answer>[]>()
  let isAsking = false

  const askAll = async (): Promise<void> => {
    isAsking = true
    // Whoever asks in this turn goes together, not the first one alone.
    await null
    while (waiting.size > 0) {
      const asked = [...waiting].slice(0, keysMax)
      for (const [key] of asked) waiting.delete(key)
      try {
        const answers = await answersTo(asked.map(([key]) => key))
        for (const [key, all] of asked) for (const { done } of all) done(answers.get(key) ?? null)
      } catch (why) {
        for (const [, all] of asked) for (const { failed } of all) failed(why)
      }
    }
    isAsking = false
  }

  return (key: string): Promise<Answer | null> =>
    new Promise((done, failed) => {
      const known = waiting.get(key) ?? []
      waiting.set(key, known)
      known.push({ done, failed })
      if (!isAsking) void askAll()
    })
}
