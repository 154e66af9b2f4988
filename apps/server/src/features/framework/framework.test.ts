import { framework } from '@sheber/contract/framework'
import { evidence, portfolio } from '@sheber/db/schema'
import { createWorld, type World } from '@sheber/dev-env/world'
import { readPackage } from '@sheber/domain/case-read'
import { competency, draft, said, uuid } from '@sheber/domain/framework.fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const link = { id: uuid(50), from: uuid(1), kind: 'isRelatedTo' as const, to: { id: null, uri: 'https://example.org/x', title: '' } }

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let made = 1
/** A framework with names of its own, in the centre. */
const fresh = async (of = draft()) => {
  const shift = (made += 100)
  const moved = (id: string) => uuid(Number.parseInt(id.slice(0, 8), 16) + shift * 65_536)
  const text = JSON.stringify(of).replace(/"([0-9a-f]{8}-0000-4000-8000-000000000000)"/g, (_, id: string) => `"${moved(id)}"`)
  const asked = JSON.parse(text) as typeof of
  const id = uuid(shift * 65_536 + 60_000)
  await world.as('madina').ask(framework.make, { params: { organisationId: world.organisation('centre') }, body: { id, draft: asked } })
  return { id, asked, params: { frameworkId: id } }
}
const look = (frameworkId: string, as: 'madina' | 'aigerim' = 'madina') => world.as(as).ask(framework.look, { params: { frameworkId } })
const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}

describe('a framework', () => {
  it('is kept as it was drawn up, each thing in its place', async () => {
    const { id, asked } = await fresh()
    expect(await look(id)).toMatchObject({ state: 'draft', edition: 0, draft: asked, may: { edit: true } })
  })

  it('that is made twice is there once', async () => {
    const { id, asked } = await fresh()
    const again = world
      .as('madina')
      .ask(framework.make, { params: { organisationId: world.organisation('centre') }, body: { id, draft: asked } })
    expect(await code(again)).toBe('framework-exists')
  })

  it('cannot take a competency away from another', async () => {
    const { asked } = await fresh()
    const other = await fresh()
    const stolen = { ...other.asked, competencies: asked.competencies }
    const saved = world.as('madina').ask(framework.save, { params: other.params, body: { edition: 0, draft: stolen } })
    expect(await code(saved)).toBe('framework-exists')
  })

  it('that is linked with another is found from both sides, by whoever may know of the other', async () => {
    const [one, other] = [await fresh(), await fresh()]
    const [from, to] = [one.asked.competencies[1]?.id ?? '', other.asked.competencies[2]?.id ?? '']
    const links = [{ id: uuid(0x7e000000 + made), from, kind: 'isPartOf' as const, to: { id: to, uri: null, title: '' } }]
    await world.as('madina').ask(framework.save, { params: one.params, body: { edition: 0, draft: { ...one.asked, links } } })
    const walk = (params: { frameworkId: string }, as: 'madina' | 'aigerim' = 'madina') => world.as(as).ask(framework.crosswalk, { params })
    expect(await walk(one.params)).toMatchObject([{ id: other.id, links: [{ here: from, there: to, kind: 'isPartOf', fromHere: true }] }])
    expect(await walk(other.params)).toMatchObject([{ id: one.id, links: [{ here: to, there: from, kind: 'isPartOf', fromHere: false }] }])
    // Published, it is everybody's to see; the draft that leads to it is not.
    await world.as('madina').ask(framework.publish, { params: other.params })
    expect(await walk(other.params, 'aigerim')).toEqual([])
  })

  it('knows what it took the place of, over every version that was published', async () => {
    const { params, asked } = await fresh()
    const renew = (frameworkId: string, version: string) =>
      world.as('madina').ask(framework.renew, { params: { frameworkId }, body: { version } })
    const formers = async (frameworkId: string) =>
      (await world.as('madina').ask(framework.former, { params: { frameworkId } })).map(({ version, competencies }) => [
        version,
        competencies.length,
      ])
    const second = await renew(params.frameworkId, '2.0')
    expect(await formers(second.id)).toEqual([])
    await world.as('madina').ask(framework.publish, { params })
    expect(await formers(second.id)).toEqual([['1.0', asked.competencies.length]])
    await world.as('madina').ask(framework.publish, { params: { frameworkId: second.id } })
    const third = await renew(second.id, '3.0')
    expect(await formers(third.id)).toEqual([
      ['1.0', asked.competencies.length],
      ['2.0', asked.competencies.length],
    ])
    expect(await formers(params.frameworkId)).toEqual([])
  })

  it('knows what took the place of what within one version too', async () => {
    const { params, asked } = await fresh()
    await world.as('madina').ask(framework.publish, { params })
    const heir = asked.competencies.find(({ parentId }) => parentId !== null)?.id ?? ''
    const old = asked.competencies.findLast(({ id }) => id !== heir)?.id ?? ''
    const competencies = asked.competencies.map((one) => (one.id === old ? { ...one, retired: true, replacedBy: heir } : one))
    const { edition } = await world.as('madina').ask(framework.look, { params })
    await world.as('madina').ask(framework.save, { params, body: { edition, draft: { ...asked, competencies } } })
    const formers = await world.as('madina').ask(framework.former, { params })
    expect(formers.map(({ id, competencies }) => [id, competencies.map((one) => [one.id, one.replacedBy])])).toEqual([
      [params.frameworkId, [[old, heir]]],
    ])
  })

  it('is saved whole: what was left out of a draft is gone, what was added is there', async () => {
    const { params, asked } = await fresh()
    const [first] = asked.competencies
    const next = {
      ...asked,
      title: said('Better'),
      competencies: [...asked.competencies.slice(0, 1), { ...competency(7), id: uuid(0x7f000000 + made), parentId: first?.id ?? null }],
    }
    await world.as('madina').ask(framework.save, { params, body: { edition: 0, draft: next } })
    expect(await look(params.frameworkId)).toMatchObject({ edition: 1, draft: next })
  })

  it('that two save at one moment keeps the first, and says so to the second', async () => {
    const { params, asked } = await fresh()
    const save = (title: string) =>
      world.as('madina').ask(framework.save, { params, body: { edition: 0, draft: { ...asked, title: said(title) } } })
    const codes = await Promise.all([code(save('one')), code(save('two'))])
    expect(codes.toSorted()).toEqual(['framework-changed', null].toSorted())
  })

  it('once published keeps what evidence leans on', async () => {
    const { params, asked } = await fresh()
    await world.as('madina').ask(framework.publish, { params })
    const less = { ...asked, competencies: asked.competencies.slice(0, 2) }
    await world.as('madina').ask(framework.save, { params, body: { edition: 1, draft: less } })
    const { draft: kept } = await look(params.frameworkId)
    expect(kept.competencies.map(({ retired }) => retired)).toEqual([false, false, true])
    const levels = world.as('madina').ask(framework.save, { params, body: { edition: 2, draft: { ...kept, levels: [] } } })
    expect(await code(levels)).toBe('level-fixed')
  })

  it('has a next version, once, and they know each other', async () => {
    const { params } = await fresh()
    await world.as('madina').ask(framework.publish, { params })
    const next = await world.as('madina').ask(framework.renew, { params, body: { version: '2.0' } })
    expect(next).toMatchObject({ state: 'draft', draft: { version: '2.0' } })
    const before = await look(params.frameworkId)
    expect(before.replacedBy).toBe(next.id)
    expect(before.draft.competencies.map(({ replacedBy }) => replacedBy)).toEqual(next.draft.competencies.map(({ id }) => id))
    expect(await code(world.as('madina').ask(framework.renew, { params, body: { version: '3.0' } }))).toBe('framework-renewed')
  })

  it('is seen by pupils once it is published, and not before', async () => {
    const { params } = await fresh()
    expect(await code(look(params.frameworkId, 'aigerim'))).toBe('forbidden')
    const ids = async () => (await world.as('aigerim').ask(framework.list)).map(({ id }) => id)
    expect(await ids()).not.toContain(params.frameworkId)
    await world.as('madina').ask(framework.publish, { params })
    expect((await look(params.frameworkId, 'aigerim')).may.edit).toBe(false)
    expect(await ids()).toContain(params.frameworkId)
  })

  it('of two thousand competencies is saved and read', async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => competency(n + 3_001, n === 0 ? null : 3_001, { title: said('ғ'.repeat(100)) }))
    const { id } = await fresh(draft({ competencies: many }))
    expect((await look(id)).draft.competencies).toHaveLength(2_000)
  })
})

describe('what evidence leans on', () => {
  /** Evidence of the second competency, on the second level. */
  const withEvidence = async (isPublished: boolean) => {
    const made = await fresh()
    if (isPublished) await world.as('madina').ask(framework.publish, { params: made.params })
    const [, child] = made.asked.competencies
    const [, second] = made.asked.levels
    const personId = world.person('aigerim').id
    const { db } = world.services
    // One for each person, whichever of these tests came first.
    await db
      .insert(portfolio)
      .values({ id: 'p'.repeat(20), personId })
      .onConflictDoNothing()
    await db.insert(evidence).values({
      ...{ id: made.id, portfolioId: 'p'.repeat(20), recordId: `record ${made.id}`, personId, createdBy: personId, why: 'Because' },
      ...{ competencyId: child?.id ?? '', levelId: second?.id ?? '' },
    })
    return { ...made, edition: isPublished ? 1 : 0 }
  }
  it.each([true, false])('is retired when its editor takes it out, and never deleted (published: %s)', async (isPublished) => {
    const { params, asked, edition } = await withEvidence(isPublished)
    const less = { ...asked, competencies: asked.competencies.filter((_, at) => at !== 1) }
    const saved = await world.as('madina').ask(framework.save, { params, body: { edition, draft: less } })
    expect(saved.draft.competencies.map(({ id, retired }) => [id, retired])).toContainEqual([asked.competencies[1]?.id, true])
  })
  it('is reworded, and what it said stays readable; what nothing leans on leaves no trace', async () => {
    const { params, asked, edition } = await withEvidence(true)
    const reworded = asked.competencies.map((one) => ({ ...one, title: said(`${one.title.ru}, anew`) }))
    await world.as('madina').ask(framework.save, { params, body: { edition, draft: { ...asked, competencies: reworded } } })
    const [, child] = asked.competencies
    const wordings = () => world.as('aigerim').ask(framework.wordings, { params })
    expect(await wordings()).toMatchObject([{ of: child?.id, edition, title: child?.title, text: null }])
    // Saved again without another word, nothing is added.
    await world.as('madina').ask(framework.save, { params, body: { edition: edition + 1, draft: { ...asked, competencies: reworded } } })
    expect(await wordings()).toHaveLength(1)
  })
  it.each([true, false])('keeps its level: taking it out is refused (published: %s)', async (isPublished) => {
    const { params, asked, edition } = await withEvidence(isPublished)
    const less = { ...asked, levels: asked.levels.slice(0, 1) }
    expect(await code(world.as('madina').ask(framework.save, { params, body: { edition, draft: less } }))).toBe('level-fixed')
  })
})

describe('what cannot be kept is refused, and at once', () => {
  const make = (of: object) =>
    code(
      world.as('madina').ask(framework.make, {
        params: { organisationId: world.organisation('centre') },
        body: { id: uuid(0x7e000000), draft: of as ReturnType<typeof draft> },
      }),
    )
  it.each([
    ['a circle', draft({ competencies: [competency(1, 2), competency(2, 1)] }), 'framework-broken'],
    ['a parent that is not there', draft({ competencies: [competency(1, 9)] }), 'framework-broken'],
    ['a link to a script', draft({ links: [{ ...link, to: { id: null, uri: 'javascript:alert(1)', title: '' } }] }), 'input'],
    ['a link from nowhere', draft({ links: [{ ...link, from: uuid(9) }] }), 'framework-broken'],
  ])('%s', async (_, of, refusal) => expect(await make(of)).toBe(refusal))

  it('thirty thousand competencies', async () => {
    const many = draft({ competencies: Array.from({ length: 30_000 }, (_, n) => competency(n + 1)) })
    const from = performance.now()
    expect(await make(many)).toMatch(/^(input|too-large)$/)
    expect(performance.now() - from).toBeLessThan(2_000)
  })
})

describe('CASE', () => {
  const get = async (path: string) => {
    const answer = await world.app.inject({ method: 'GET', url: `/ims/case/v1p1/${path}` })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }

  it('tells nobody of a draft', async () => {
    const { id, asked } = await fresh()
    expect((await get(`CFPackages/${id}`)).status).toBe(404)
    expect((await get(`CFItems/${asked.competencies[0]?.id ?? ''}`)).status).toBe(404)
    expect(JSON.stringify((await get('CFDocuments')).body)).not.toContain(id)
  })

  it('gives a published framework to a guest, and it comes back equal', async () => {
    const { id, asked, params } = await fresh()
    await world.as('madina').ask(framework.publish, { params })
    const { status, body } = await get(`CFPackages/${id}`)
    expect(status).toBe(200)
    expect(readPackage(body, { newId: () => uuid(1), otherwise: 'ru' })).toEqual({ id, draft: asked, notes: [] })
    expect(JSON.stringify((await get('CFDocuments')).body)).toContain(id)
    expect((await get(`CFDocuments/${id}`)).body).toMatchObject({ identifier: id, CFPackageURI: { identifier: id } })
  })

  it('gives an item alone, with what it stands in', async () => {
    const { id, asked, params } = await fresh()
    await world.as('madina').ask(framework.publish, { params })
    const [, child] = asked.competencies
    expect((await get(`CFItems/${child?.id ?? ''}`)).body).toMatchObject({ identifier: child?.id, CFDocumentURI: { identifier: id } })
    const { CFAssociations } = (await get(`CFItemAssociations/${child?.id ?? ''}`)).body as {
      CFAssociations: { associationType: string }[]
    }
    expect(CFAssociations.map(({ associationType }) => associationType)).toEqual(['isChildOf', 'isTranslationOf', 'isTranslationOf'])
  })

  it.each(['CFPackages/x', `CFItems/${uuid(3)}`, 'CFItems/%00', 'CFDocuments/..'])('says of %s that there is none', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})
