import { languages } from '@sheber/contract/words'
import { createWorld } from '@sheber/dev-env/world'
import { framework } from '@sheber/contract/framework'
import { problemsOf, unsaidOf } from '@sheber/domain/framework'
import { describe, expect, it } from 'vitest'
import { shipFrameworks, shipped } from './shipped.ts'

describe.each(shipped.map(({ id, draft }) => [draft.title.en, id, draft] as const))('%s', (_, id, draft) => {
  it('is whole and may be published', () => {
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(problemsOf(draft, true)).toEqual([])
  })
  it('is said in three languages, levels and all', () => {
    expect(unsaidOf(draft)).toEqual({ kk: 0, ru: 0, en: 0 })
    for (const { text } of draft.levels) for (const language of languages) expect(text[language]).not.toBe('')
  })
})

it('ours has five areas of four, and is akin to DigComp', () => {
  const { draft } = shipped[1] ?? expect.unreachable()
  expect(draft.competencies.filter(({ parentId }) => parentId !== null)).toHaveLength(20)
  expect(draft.competencies.filter(({ parentId }) => parentId === null)).toHaveLength(5)
  expect([draft.levels.length, draft.links.length]).toEqual([4, 5])
})

it('DigComp has its twenty-one', () => {
  expect(shipped[0]?.draft.competencies.filter(({ parentId }) => parentId !== null)).toHaveLength(21)
})

it('ships once, published; a second time changes nothing', async () => {
  await using world = await createWorld()
  const ship = () =>
    world.services.db.transaction((tx) => shipFrameworks(tx, world.organisation('centre'), world.person('botagoz').id, world.clock.now()))
  await ship()
  const first = await world.as('aigerim').ask(framework.list)
  expect(first.map(({ state, competencies }) => [state, competencies]).toSorted()).toEqual([
    ['published', 20],
    ['published', 21],
  ])
  await ship()
  expect(await world.as('aigerim').ask(framework.list)).toEqual(first)
})
