import { languages } from '@sheber/contract/words'
import { createWorld } from '@sheber/dev-env/world'
import { framework, type Draft } from '@sheber/contract/framework'
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

describe('the descriptors of ours', () => {
  const { draft } = shipped[1] ?? expect.unreachable()
  const all = draft.competencies.flatMap(({ descriptors }) => descriptors.map(({ text }) => text))

  it('are there for each competency and each level, and for no area', () => {
    const levels = draft.levels.map(({ id }) => id)
    for (const { parentId, descriptors } of draft.competencies)
      expect(descriptors.map(({ levelId }) => levelId)).toEqual(parentId === null ? [] : levels)
    expect(all).toHaveLength(80)
  })
  it.each(languages)('in %s: each is said once, shortly, as a sentence', (language) => {
    const words = all.map((text) => text[language])
    expect(new Set(words).size).toBe(80)
    for (const one of words) expect(one).toMatch(/^[\p{Lu}«].{10,198}[.]$/u)
  })
  it('are said in three languages, each its own', () => {
    for (const { kk, ru, en } of all) {
      expect(new Set([kk, ru, en]).size).toBe(3)
      expect(kk).toMatch(/[әғқңөұүһі]/i)
      expect(ru).not.toMatch(/[әғқңөұүһі]/i)
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u)
    }
  })
})

describe('a centre with frameworks of an older Sheber', () => {
  it('gets the descriptors they lacked, and keeps what its people changed', async () => {
    await using world = await createWorld()
    const { id, draft } = shipped[1] ?? expect.unreachable()
    const bare: Draft = { ...draft, competencies: draft.competencies.map((one) => ({ ...one, descriptors: [] })) }
    const organisationId = world.organisation('centre')
    const ship = () =>
      world.services.db.transaction((tx) => shipFrameworks(tx, organisationId, world.person('botagoz').id, world.clock.now()))
    const look = () => world.as('madina').ask(framework.look, { params: { frameworkId: id } })
    await world.as('madina').ask(framework.make, { params: { organisationId }, body: { id, draft: bare } })
    await world.as('madina').ask(framework.publish, { params: { frameworkId: id } })
    const own: Draft = {
      ...bare,
      competencies: bare.competencies.map((one) => (one.code === 'A1' ? { ...one, title: { ...one.title, ru: 'По-своему' } } : one)),
    }
    await world.as('madina').ask(framework.save, { params: { frameworkId: id }, body: { edition: 1, draft: own } })

    await ship()
    const after = await look()
    expect(after).toMatchObject({ state: 'published', edition: 3 })
    expect(after.draft.competencies).toEqual(
      draft.competencies.map((one) => (one.code === 'A1' ? { ...one, title: { ...one.title, ru: 'По-своему' }, descriptors: [] } : one)),
    )
    await ship()
    expect(await look()).toEqual(after)
  })
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
