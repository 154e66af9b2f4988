import { describe, expect, it } from 'vitest'
import {
  changeEvidence,
  disputeEvidence,
  dropEvidence,
  levelShown,
  linkEvidence,
  stateOf,
  type Claimable,
  type Claimed,
  type Judged,
  stateFrom,
} from './evidence.ts'

const levels = ['one', 'two', 'three', 'four']
const said = (at: number, levelId: string | null, verdict: Judged['verdict'] = 'confirmed'): Judged => ({
  at: `2026-11-0${at}`,
  levelId,
  verdict,
})

describe('the level that is shown', () => {
  const judged = [said(3, 'two'), said(1, 'four'), said(2, 'three'), said(4, 'one', 'partly'), said(5, null, 'not_yet')]

  it.each([
    ['latest', 'two'],
    ['highest', 'four'],
    ['median', 'three'],
  ] as const)('by the rule of the %s is %s, whatever the order they come in', (rollup, level) => {
    expect(levelShown(judged, levels, rollup)).toBe(level)
    expect(levelShown(judged.toReversed(), levels, rollup)).toBe(level)
  })

  it('is none where nothing was confirmed, and of two the median is the lower', () => {
    expect(levelShown([said(1, 'one', 'partly')], levels, 'highest')).toBeNull()
    expect(levelShown([said(1, 'four'), said(2, 'one')], levels, 'median')).toBe('one')
  })

  it('leaves out what was confirmed on a level that the framework does not have', () => {
    expect(levelShown([said(1, 'two'), said(2, 'gone')], levels, 'latest')).toBe('two')
  })
})

const known: Claimable = {
  records: ['r1', 'r2'],
  people: ['aigerim', 'daulet'],
  competencies: [
    { id: 'solder', frameworkId: 'f', state: 'published', retired: false, area: false },
    { id: 'measure', frameworkId: 'f', state: 'published', retired: false, area: false },
    { id: 'old', frameworkId: 'f', state: 'published', retired: true, area: false },
    { id: 'making', frameworkId: 'f', state: 'published', retired: false, area: true },
    { id: 'drafted', frameworkId: 'd', state: 'draft', retired: false, area: false },
    { id: 'gone', frameworkId: 'g', state: 'retired', retired: false, area: false },
  ],
  levels: [...levels.map((id) => ({ id, frameworkId: 'f' })), { id: 'other', frameworkId: 'd' }, { id: 'gone-one', frameworkId: 'g' }],
}
const claim = (competencyId: string, levelId = 'two') => ({ competencyId, levelId })
const asked = (more: object = {}) => ({ recordId: 'r1', people: ['aigerim'], claims: [claim('solder')], why: ' Спаяла сама \r\n', ...more })
const claimed = (more: Partial<Claimed> = {}): Claimed => ({
  id: 'e1',
  recordId: 'r1',
  personId: 'aigerim',
  competencyId: 'solder',
  levelId: 'two',
  why: 'Спаяла сама',
  supersededAt: null,
  supersededBy: null,
  verdicts: [],
  disputes: [],
  ...more,
})
const dropped = (more: Partial<Claimed> = {}) => claimed({ supersededAt: '2026-11-05', ...more })

describe('linking', () => {
  it('claims each competency for each person, in a sentence without what nobody sees', () => {
    const two = linkEvidence(known, asked({ people: ['aigerim', 'daulet'], claims: [claim('solder'), claim('measure', 'three')] }), [])
    expect(two).toEqual({
      fresh: ['aigerim', 'daulet'].flatMap((personId) => [
        { recordId: 'r1', personId, competencyId: 'solder', levelId: 'two', why: 'Спаяла сама' },
        { recordId: 'r1', personId, competencyId: 'measure', levelId: 'three', why: 'Спаяла сама' },
      ]),
      back: [],
    })
  })

  it('leaves alone what is claimed already, on another level too', () => {
    expect(linkEvidence(known, asked(), [claimed()])).toEqual({ fresh: [], back: [] })
    expect(linkEvidence(known, asked({ claims: [claim('solder', 'four')] }), [claimed()])).toEqual({ fresh: [], back: [] })
    expect(linkEvidence(known, asked({ recordId: 'r2' }), [claimed()]).fresh).toHaveLength(1)
    expect(linkEvidence(known, asked({ people: ['daulet'] }), [claimed()]).fresh).toHaveLength(1)
  })

  it('brings back what was taken back, with what was said of it', () => {
    expect(linkEvidence(known, asked(), [dropped()])).toEqual({ fresh: [], back: [{ id: 'e1', state: 'claimed' }] })
    expect(linkEvidence(known, asked(), [dropped({ verdicts: [said(1, 'two')] })]).back).toEqual([{ id: 'e1', state: 'confirmed' }])
    // On another level it is another claim; and what another one stands in the place of does not come back.
    expect(linkEvidence(known, asked({ claims: [claim('solder', 'four')] }), [dropped()]).fresh).toHaveLength(1)
    expect(linkEvidence(known, asked(), [dropped({ supersededBy: 'e2' })]).fresh).toHaveLength(1)
  })

  it('takes the last of two levels of one competency', () => {
    expect(linkEvidence(known, asked({ claims: [claim('solder'), claim('solder', 'one')] }), []).fresh.map((one) => one.levelId)).toEqual([
      'one',
    ])
  })

  it.each([
    ['a record that is not there', { recordId: 'r3' }, 'record-unknown'],
    ['nobody', { people: [] }, 'person-outside'],
    ['somebody of another portfolio', { people: ['aigerim', 'timur'] }, 'person-outside'],
    ['a competency that is not there', { claims: [claim('none')] }, 'competency-unknown'],
    ['a retired competency', { claims: [claim('old')] }, 'competency-unknown'],
    ['an area', { claims: [claim('making')] }, 'competency-unknown'],
    ['a competency of a draft', { claims: [claim('drafted', 'other')] }, 'competency-unknown'],
    ['a competency of a retired framework', { claims: [claim('gone', 'gone-one')] }, 'competency-unknown'],
    ['a level of another framework', { claims: [claim('measure'), claim('solder', 'other')] }, 'level-unknown'],
    ['a level that is not there', { claims: [claim('solder', 'none')] }, 'level-unknown'],
  ])('refuses %s', (_, more, code) => {
    expect(() => linkEvidence(known, asked(more), [])).toThrow(code)
  })
})

describe('a claim', () => {
  const better = { levelId: 'three', why: 'И проверила прибором' }

  it('is changed by a newer one', () => {
    expect(changeEvidence(claimed({ verdicts: [said(1, 'two')] }), null, better, levels)).toEqual({
      recordId: 'r1',
      personId: 'aigerim',
      competencyId: 'solder',
      ...better,
    })
  })

  it('that says so already is not changed, nor by a second click', () => {
    expect(changeEvidence(claimed(), null, { levelId: 'two', why: 'Спаяла сама ' }, levels)).toBeNull()
    const former = dropped({ supersededBy: 'e2' })
    expect(changeEvidence(former, claimed({ id: 'e2', ...better }), better, levels)).toBeNull()
  })

  it('in whose place another stands is not changed any more', () => {
    expect(() => changeEvidence(dropped({ supersededBy: 'e2' }), claimed({ id: 'e2' }), better, levels)).toThrow('evidence-superseded')
    expect(() => changeEvidence(dropped(), null, better, levels)).toThrow('evidence-superseded')
    expect(() => changeEvidence(claimed(), null, { ...better, levelId: 'other' }, levels)).toThrow('level-unknown')
  })

  it('is taken back once', () => {
    expect(dropEvidence(claimed())).toBe(true)
    expect(dropEvidence(dropped())).toBe(false)
    expect(() => dropEvidence(dropped({ supersededBy: 'e2' }))).toThrow('evidence-superseded')
  })

  it('is spoken for once there is a verdict, and the same words count once', () => {
    const judged = claimed({ verdicts: [said(2, 'two', 'partly')] })
    expect(disputeEvidence(judged, ' Не согласна ')).toBe('Не согласна')
    const spoken = { ...judged, disputes: [{ text: 'Не согласна', at: '2026-11-03' }] }
    expect(disputeEvidence(spoken, 'Не согласна')).toBeNull()
    expect(disputeEvidence(spoken, 'И вот почему')).toBe('И вот почему')
    // Against a later verdict the same may be said again.
    expect(disputeEvidence({ ...spoken, verdicts: [said(4, 'two', 'partly')] }, 'Не согласна')).toBe('Не согласна')
    expect(() => disputeEvidence(claimed(), 'Не согласна')).toThrow('nothing-to-dispute')
    expect(() => disputeEvidence(dropped(), 'Не согласна')).toThrow('evidence-superseded')
  })

  it.each([
    ['claimed', [], []],
    ['confirmed', [said(3, 'two'), said(1, null, 'not_yet')], []],
    ['not_yet', [said(3, null, 'not_yet')], [2]],
    ['disputed', [said(3, null, 'not_yet')], [4]],
  ] as const)('is %s by the last word about it', (state, verdicts, days) => {
    expect(stateOf({ verdicts, disputes: days.map((day) => ({ text: '', at: `2026-11-0${day}` })) })).toBe(state)
  })
})

describe('the state that follows from all that happened', () => {
  const said = (verdict: 'confirmed' | 'partly' | 'not_yet', at: string) => ({ verdict, levelId: null, at })
  const claim = { at: '2', supersededAt: null, verdicts: [], disputes: [], handedAt: null }
  it.each([
    ['nobody has seen it', {}, 'claimed'],
    ['handed in', { handedAt: '3' }, 'ready'],
    ['claimed after it was handed in', { handedAt: '1' }, 'claimed'],
    ['read', { handedAt: '3', verdicts: [said('partly', '4')] }, 'partly'],
    ['read and handed in again', { handedAt: '5', verdicts: [said('partly', '4')] }, 'ready'],
    ['confirmed, and handed in with other things', { handedAt: '5', verdicts: [said('confirmed', '4')] }, 'confirmed'],
    ['spoken against', { handedAt: '3', verdicts: [said('not_yet', '4')], disputes: [{ text: '', at: '5' }] }, 'disputed'],
    [
      'spoken against, and handed in again',
      { handedAt: '6', verdicts: [said('not_yet', '4')], disputes: [{ text: '', at: '5' }] },
      'disputed',
    ],
    ['taken back', { supersededAt: '9', verdicts: [said('confirmed', '4')] }, 'superseded'],
  ] as const)('%s', (_, more, state) => expect(stateFrom({ ...claim, ...more })).toBe(state))
})
