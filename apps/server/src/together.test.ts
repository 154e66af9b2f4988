import type { Db } from '@sheber/db/open'
import { expect, it } from 'vitest'
import { together } from './together.ts'

/** A database that answers when it is told to: each key with its own letters in capitals, and does not know `nobody`. */
const slow = () => {
  const asked: string[][] = []
  const answers: PromiseWithResolvers<void>[] = []
  const ask = together(() => async (keys) => {
    const answer = Promise.withResolvers<void>()
    asked.push(keys)
    answers.push(answer)
    await answer.promise
    return new Map(keys.flatMap((key) => (key === 'nobody' ? [] : [[key, key.toUpperCase()]])))
  })
  return { asked, answers, ask, db: {} as Db }
}
const breath = () => new Promise<void>((resume) => setImmediate(resume))

it('asks together what comes in one turn and what waits for an answer, each key once', async () => {
  const { asked, answers, ask, db } = slow()
  const first = [ask(db, 'a'), ask(db, 'b'), ask(db, 'a')]
  await breath()
  expect(asked).toEqual([['a', 'b']])
  const second = [ask(db, 'a'), ask(db, 'nobody')]
  await breath()
  expect(asked).toHaveLength(1)
  answers[0]?.resolve()
  expect(await Promise.all(first)).toEqual(['A', 'B', 'A'])
  await breath()
  // What was asked after the question had gone is asked again.
  expect(asked[1]).toEqual(['a', 'nobody'])
  answers[1]?.resolve()
  expect(await Promise.all(second)).toEqual(['A', null])
})

it('fails those who asked, and nobody after them', async () => {
  const { answers, ask, db } = slow()
  const failed = [ask(db, 'a'), ask(db, 'b')]
  await breath()
  const later = ask(db, 'c')
  answers[0]?.reject(new Error('the database is away'))
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await breath()
  answers[1]?.resolve()
  expect(await later).toBe('C')
})

it('asks no more at once than one question may carry, and each database for itself', async () => {
  const { asked, answers, ask, db } = slow()
  const all = Array.from({ length: 201 }, (_, at) => ask(db, `${at}`))
  const other = ask({} as Db, 'a')
  await breath()
  expect(asked.map((keys) => keys.length)).toEqual([200, 1])
  answers.forEach(({ resolve }) => resolve())
  await breath()
  expect(asked[2]).toEqual(['200'])
  answers[2]?.resolve()
  expect(await Promise.all([...all, other])).toHaveLength(202)
})
