import type { Draft } from '@sheber/contract/framework'
import { describe, expect, it } from 'vitest'
import { competency, draft, level, said, uuid } from './framework.fixture.ts'
import {
  circlesOf,
  countOf,
  describeAnew,
  inLanguage,
  problemsOf,
  publishFramework,
  renewFramework,
  rewordedIn,
  saveFramework,
  unsaidOf,
  wordingAt,
} from './framework.ts'

const standing = (state: 'draft' | 'published' | 'retired', of = draft()) => ({ state, edition: 3, draft: of })
const refusalOf = (deed: () => unknown) => {
  try {
    deed()
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}

describe('what is wrong with a framework', () => {
  it('nothing, where it is whole', () => expect(problemsOf(draft(), true)).toEqual([]))

  it.each([
    ['a title in no language', draft({ title: said(' ') }), [{ code: 'title-missing', id: null }]],
    ['a level without a name', draft({ levels: [level(1), level(2, '')] }), [{ code: 'title-missing', id: uuid(1_002) }]],
    ['a parent that is not there', draft({ competencies: [competency(1, 9)] }), [{ code: 'parent-unknown', id: uuid(1) }]],
    ['one below itself', draft({ competencies: [competency(1, 1)] }), [{ code: 'circle', id: uuid(1) }]],
    [
      'two below each other, and one that hangs on them',
      draft({ competencies: [competency(1, 2), competency(2, 1), competency(3, 2)] }),
      [1, 2, 3].map((n) => ({ code: 'circle', id: uuid(n) })),
    ],
    [
      'a code that two have',
      draft({ competencies: [competency(1), competency(2, null, { code: 'C1' })] }),
      [1, 2].map((n) => ({ code: 'code-twice', id: uuid(n) })),
    ],
    [
      'a descriptor of a level that is not there',
      draft({ competencies: [competency(1, null, { descriptors: [{ levelId: uuid(7), text: said('x') }] })] }),
      [{ code: 'level-unknown', id: uuid(1) }],
    ],
    [
      'a link that leads nowhere',
      draft({ links: [{ id: uuid(50), from: uuid(1), kind: 'isRelatedTo', to: { id: null, uri: null, title: '' } }] }),
      [{ code: 'link-lost', id: uuid(50) }],
    ],
  ])('%s', (_, of, problems) => expect(problemsOf(of)).toEqual(problems))

  it('a code may be that of a retired one', () => {
    expect(problemsOf(draft({ competencies: [competency(1), competency(2, null, { code: 'C1', retired: true })] }))).toEqual([])
  })

  it('levels are needed for publishing, not for a draft', () => {
    expect(problemsOf(draft({ levels: [] }))).toEqual([])
    expect(problemsOf(draft({ levels: [level(1)] }), true)).toEqual([{ code: 'levels-missing', id: null }])
  })

  it('a chain of thousands is no circle, and is walked once', () => {
    const chain = Array.from({ length: 2_000 }, (_, n) => ({ id: uuid(n), parentId: n === 0 ? null : uuid(n - 1) }))
    expect(circlesOf(chain.reverse()).size).toBe(0)
  })
})

describe('saving', () => {
  it('takes a draft as its author says, levels and all', () => {
    const asked = draft({ levels: [level(7)], competencies: [] })
    expect(saveFramework(standing('draft'), { edition: 3, draft: asked })).toEqual(asked)
  })

  it('of what somebody else has changed meanwhile is refused', () => {
    expect(refusalOf(() => saveFramework(standing('draft'), { edition: 2, draft: draft() }))).toBe('framework-changed')
  })

  it('of what is broken is refused', () => {
    const asked = draft({ competencies: [competency(1, 1)] })
    expect(refusalOf(() => saveFramework(standing('draft'), { edition: 3, draft: asked }))).toBe('framework-broken')
  })

  it('after publishing retires what is left out, and never drops it', () => {
    const asked = draft({ competencies: [competency(1), competency(3, 1, { title: said('better words') }), competency(4)] })
    const saved = saveFramework(standing('published'), { edition: 3, draft: asked })
    expect(saved.competencies.map(({ id, retired }) => [id, retired])).toEqual([
      [uuid(1), false],
      [uuid(3), false],
      [uuid(4), false],
      [uuid(2), true],
    ])
  })

  it.each([
    ['one more', [level(1), level(2), level(3)]],
    ['one less', [level(1)]],
    ['another order', [level(2), level(1)]],
  ])('after publishing keeps the levels: %s is refused', (_, levels) => {
    expect(refusalOf(() => saveFramework(standing('published'), { edition: 3, draft: draft({ levels }) }))).toBe('level-fixed')
  })

  it('after publishing lets levels be worded better', () => {
    const levels = [level(1, 'with help'), level(2)]
    expect(saveFramework(standing('published'), { edition: 3, draft: draft({ levels }) }).levels).toEqual(levels)
  })

  it('of a draft keeps what is leant on already: retired, at the top where its area is gone', () => {
    const asked = draft({ competencies: [competency(4)], levels: [level(1)] })
    const before = {
      ...standing('draft'),
      draft: draft({ competencies: [competency(1), competency(2, 1, { descriptors: [{ levelId: uuid(1_002), text: said('x') }] })] }),
    }
    const saved = saveFramework(before, { edition: 3, draft: asked }, new Set([uuid(2), uuid(1_001)]))
    expect(saved.competencies).toEqual([competency(4), competency(2, null, { retired: true })])
    expect(refusalOf(() => saveFramework(before, { edition: 3, draft: asked }, new Set([uuid(1_002)])))).toBe('level-fixed')
  })

  it('of a retired one is refused, and so is publishing it', () => {
    expect(refusalOf(() => saveFramework(standing('retired'), { edition: 3, draft: draft() }))).toBe('framework-retired')
    expect(refusalOf(() => publishFramework(standing('retired')))).toBe('framework-retired')
  })
})

describe('what was shipped without descriptors', () => {
  const shipped = draft({
    competencies: [1, 2, 3].map((n) => competency(n, null, { descriptors: [{ levelId: uuid(1_001), text: said(`shows ${n}`) }] })),
  })
  const bare = (more: Partial<Draft> = {}) => ({
    state: 'published' as const,
    draft: draft({ competencies: [competency(1), competency(2), competency(3)], ...more }),
  })
  const given = (of: Draft | null) => of?.competencies.map(({ descriptors }) => descriptors[0]?.text.ru ?? null)

  it('gets them', () => expect(describeAnew(bare(), shipped)).toEqual(shipped))
  it('keeps those it has, and those whose competency was reworded or retired lack them', () => {
    const own = [{ levelId: uuid(1_002), text: said('our own') }]
    const competencies = [
      competency(1, null, { descriptors: own }),
      competency(2, null, { title: said('ours') }),
      competency(3),
      competency(9),
    ]
    expect(given(describeAnew(bare({ competencies }), shipped))).toEqual(['our own', null, 'shows 3', null])
  })
  it.each([
    ['has them already', { state: 'published' as const, draft: shipped }],
    ['is retired', { ...bare(), state: 'retired' as const }],
    ['calls its levels otherwise', bare({ levels: [level(1, 'novice'), level(2)] })],
    ['has another level', bare({ levels: [level(1), level(2), level(3)] })],
  ])('is left as it is where it %s', (_, stored) => expect(describeAnew(stored, shipped)).toBeNull())
})

describe('the next version', () => {
  const links = [
    { id: uuid(50), from: uuid(2), kind: 'isRelatedTo' as const, to: { id: uuid(3), uri: null, title: 'here' } },
    { id: uuid(51), from: uuid(4), kind: 'isRelatedTo' as const, to: { id: null, uri: 'https://example.org/x', title: 'there' } },
  ]
  const competencies = [
    competency(1),
    competency(2, 1, { descriptors: [{ levelId: uuid(1_001), text: said('a') }] }),
    competency(3, 4),
    competency(4, null, { retired: true }),
  ]
  let made = 100
  const { before, next } = renewFramework(draft({ competencies, links }), '2.0', () => uuid(made++))

  it('is whole, under new names', () => {
    expect(problemsOf(next, true)).toEqual([])
    expect(next.version).toBe('2.0')
    const old = new Set([...competencies, ...draft().levels].map(({ id }) => id))
    expect([...next.competencies, ...next.levels].filter(({ id }) => old.has(id))).toEqual([])
  })

  it('leaves the retired behind; what stood below them stands at the top', () => {
    expect(next.competencies.map(({ code, parentId }) => [code, parentId])).toEqual([
      ['C1', null],
      ['C2', next.competencies[0]?.id],
      ['C3', null],
    ])
    expect(next.links.map(({ to }) => to.id)).toEqual([next.competencies[2]?.id])
  })

  it('is known to each competency of the one before', () => {
    expect(before.competencies.map(({ replacedBy }) => replacedBy)).toEqual([...next.competencies.map(({ id }) => id), null])
  })
})

it('areas are not counted among what is learned, nor is what is retired; a flat list is', () => {
  expect(countOf(draft())).toBe(2)
  expect(countOf({ competencies: [competency(1), competency(2), competency(3, null, { retired: true })] })).toBe(2)
})

describe('languages', () => {
  it('where nobody has said it in the reader’s language, another one is shown', () => {
    expect(inLanguage(said({ kk: 'Тақта' }), 'en')).toBe('Тақта')
    expect(inLanguage(said({ kk: 'Тақта', en: 'Board' }), 'en')).toBe('Board')
  })
  it('what is still unsaid is counted, but not of the retired', () => {
    const of = draft({
      competencies: [
        competency(1, null, { title: said({ ru: 'Доска' }) }),
        competency(2, null, { retired: true, title: said({ ru: 'x' }) }),
      ],
    })
    expect(unsaidOf(of)).toEqual({ kk: 1, ru: 0, en: 1 })
  })
})

describe('what was reworded', () => {
  const before = draft({
    competencies: [competency(1), competency(2, 1, { descriptors: [{ levelId: level(1).id, text: said('with help') }] })],
  })
  const leant = new Set([uuid(2), level(2).id])

  it('is kept where evidence leans on it: titles, descriptors and levels', () => {
    const anew = (text: string) => ({ descriptors: [{ levelId: level(1).id, text: said(text) }] })
    const after = {
      levels: [level(1, 'other'), level(2, 'other')],
      competencies: [competency(1, null, { title: said('other') }), competency(2, 1, anew('alone'))],
    }
    expect(rewordedIn(before, after, leant)).toEqual([
      { of: level(2).id, title: level(2).title, text: level(2).text, descriptors: [] },
      { of: uuid(2), title: said('competency 2'), text: null, ...anew('with help') },
    ])
    expect(rewordedIn(before, before, leant)).toEqual([])
    expect(rewordedIn(before, after, new Set())).toEqual([])
  })

  it('is read as it stood on its day', () => {
    const wording = (edition: number, until: string) => ({
      of: uuid(2),
      edition,
      until,
      title: said(`${edition}`),
      text: null,
      descriptors: [],
    })
    const all = [wording(4, '2026-11-05'), wording(2, '2026-11-03')]
    expect(['2026-11-01', '2026-11-03', '2026-11-04', '2026-11-05'].map((at) => wordingAt(all, uuid(2), at)?.edition ?? null)).toEqual([
      2,
      4,
      4,
      null,
    ])
    expect(wordingAt(all, uuid(1), '2026-11-01')).toBeNull()
  })
})
