import type { Language } from '@sheber/contract/words'
import type { Tx } from '@sheber/db/open'
import type { exhibition as table } from '@sheber/db/schema'
import { award, deliberation, judge, judgeStand, result, score } from '@sheber/db/schema'
import { assign } from '@sheber/domain/assignment'
import { seeded } from '@sheber/domain/random'
import { awardsByRule } from '@sheber/domain/result'
import { rubricScore } from '@sheber/domain/rubric'
import { eq } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { judgingOf } from '../result/result.compute.ts'
import { releaseResults } from '../result/result.release.ts'
import type { Put } from './demo-fill-stands.ts'
import { byHand, juries, sayings, type DemoJudge } from './demo-jury.ts'

type Exhibition = typeof table.$inferSelect
type People = ReadonlyMap<string, string>

const minuteMs = 60_000
const dayMs = 86_400_000
const noTitle = { kk: '', ru: '', en: '' }

const languageOf = ({ one }: Put): Language => one.made?.language ?? (one.stand.word === 'weather' ? 'kk' : 'ru')

/** What this judge gives for a criterion: what the work is worth, how strict the judge is, and what chance adds. The same every time. */
const pointsOf = (most: number, merit: number, { name, strict }: DemoJudge, word: string, criterionId: string): number => {
  const chance = seeded(`${name} ${word} ${criterionId}`)() - 0.5
  return Math.max(0, Math.min(most, Math.round(most * (merit - strict + 0.44 * chance))))
}

/** Invites a jury, gives out the stands as an organiser would, and scores what each judge has come to. */
const seatJury = async (tx: Tx, { newId }: Services, people: People, of: Exhibition, put: readonly Put[], jury: readonly DemoJudge[]) => {
  const { plan } = of
  const invitedBy = people.get('Ботагөз Е.') as string
  const from = Date.parse(plan.windows.judgingFrom)
  const judges = jury.map((one) => ({ ...one, id: newId() }))
  await tx.insert(judge).values(
    judges.map(({ id, name, shadow = false, done }) => ({
      ...{ id, exhibitionId: of.id, personId: people.get(name) as string, shadow, nominations: [], invitedBy },
      createdAt: new Date(from - 9 * dayMs),
      acceptedAt: new Date(from - 5 * dayMs),
      // Who has not begun has not said yet whose work they know.
      declaredAt: done === 0 ? null : new Date(from - 2 * dayMs),
    })),
  )
  // By names and words, so that the lot falls the same way whatever ids it meets.
  const { pairs } = assign({
    stands: put.map(({ one, nominationId }) => ({
      ...{ id: one.stand.word, nominationId: nominationId ?? '', organisationIds: [], personIds: [] },
    })),
    judges: judges.map(({ name, shadow = false, conflict }) => ({
      ...{ id: name, organisationIds: [], conflicts: conflict ? [conflict.word] : [], shadow },
    })),
    already: [],
    viewsMin: plan.viewsMin,
    seed: 'demo',
  })
  const placeOf = new Map(put.map(({ one }, n) => [one.stand.word as string, n]))
  const seats: (typeof judgeStand.$inferInsert)[] = []
  const scores: (typeof score.$inferInsert)[] = []
  const said = new Map<string, number>()
  for (const each of judges) {
    const { id, name, done, conflict, calibrates } = each
    const createdAt = new Date(from - 4 * dayMs)
    const own = pairs
      .filter(({ judgeId }) => judgeId === name)
      .toSorted((a, b) => (placeOf.get(a.standId) ?? 0) - (placeOf.get(b.standId) ?? 0))
    const limit = Math.round(own.length * done)
    const scoreIt = (to: Put, round: number, at: Date, words: string) => {
      const marks = plan.rubric.criteria.map(({ id: criterionId, levels }) => ({
        criterionId,
        points: pointsOf(levels.at(-1)?.points ?? 0, to.one.stand.merit, each, `${to.one.stand.word} ${round}`, criterionId),
      }))
      scores.push({
        id: newId(),
        judgeId: id,
        standId: to.standId,
        round,
        marks,
        total: rubricScore(plan.rubric, marks),
        words,
        madeAt: at,
        createdAt: at,
      })
    }
    const [first] = put
    if (calibrates && first) {
      const at = new Date(from - dayMs)
      seats.push({ judgeId: id, standId: first.standId, round: 0, counts: false, place: 0, state: 'done', createdAt, changedAt: at })
      scoreIt(first, 0, at, '')
    }
    for (const [n, { standId: word }] of own.entries()) {
      const to = put[placeOf.get(word) ?? -1]
      if (!to) continue
      const isDone = n < limit
      const at = new Date(from + (n * 12 + 9) * minuteMs)
      seats.push({
        ...{ judgeId: id, standId: to.standId, round: 1, place: placeOf.get(word) ?? 0, createdAt },
        ...(isDone ? { state: 'done' as const, changedAt: at } : { changedAt: createdAt }),
      })
      if (!isDone) continue
      const nth = said.get(word) ?? 0
      said.set(word, nth + 1)
      const spare = sayings[languageOf(to)]
      scoreIt(to, 1, at, to.one.stand.words[nth] ?? spare[(n + nth + word.length) % spare.length] ?? '')
    }
    const barred = conflict && put.find(({ one }) => one.stand.word === conflict.word)
    if (conflict && barred)
      seats.push({
        ...{ judgeId: id, standId: barred.standId, round: 1, place: placeOf.get(conflict.word) ?? 0, createdAt },
        ...{ state: 'conflict', reason: conflict.reason, changedAt: new Date(from - 2 * dayMs) },
      })
  }
  await tx.insert(judgeStand).values(seats)
  await tx.insert(score).values(scores)
}

export const judgeLive = (tx: Tx, services: Services, people: People, of: Exhibition, put: readonly Put[]): Promise<void> =>
  seatJury(tx, services, people, of, put, juries.live)

/** Last year’s, to the end: computed by the model, given by the rule and once by hand, approved by a second person, released. */
export const judgeLast = async (
  tx: Tx,
  services: Services,
  people: People,
  of: Exhibition,
  put: readonly Put[],
  address: string,
): Promise<void> => {
  const { newId } = services
  await seatJury(tx, services, people, of, put, juries.last)
  const { windows } = of.plan
  const at = new Date(Date.parse(windows.judgingTo) + 60 * minuteMs)
  const [by, second] = [people.get('Ботагөз Е.') as string, people.get('Мадина О.') as string]
  const after = (minutes: number) => new Date(at.getTime() + minutes * minuteMs)

  const { computed } = await judgingOf(tx, of)
  const special = put.find(({ one }) => one.stand.word === byHand.word)
  const awards = [
    ...awardsByRule(computed.stands, of.plan).map((one) => ({ ...one, title: noTitle, byHand: false, reason: '', createdAt: after(5) })),
    ...(special
      ? [
          {
            ...{ standId: special.standId, nominationId: null, degree: null, tied: false, byHand: true },
            ...{ title: byHand.title, reason: byHand.reason, createdAt: after(20) },
          },
        ]
      : []),
  ].map((one) => {
    const id = newId()
    return { ...one, id, number: id, exhibitionId: of.id, state: 'approved' as const, createdBy: by }
  })
  await tx.insert(award).values(awards)
  const { sha256 } = await judgingOf(tx, of)
  const row = { id: newId(), exhibitionId: of.id, computed, sha256, proposedBy: by, createdAt: after(40), approvedBy: second }
  await tx.insert(result).values({ ...row, approvedAt: after(90) })

  const steps = [
    { step: 'applied' as const, reason: of.plan.awards as string, personId: by, at: after(5) },
    ...awards.map(({ id, standId, nominationId, degree, title, tied, reason, createdAt }) => ({
      ...{ step: 'given' as const, awardId: id, standId, reason, personId: by, at: createdAt },
      after: { standId, nominationId, degree, title, tied },
    })),
    { step: 'proposed' as const, personId: by, at: after(40) },
    { step: 'approved' as const, personId: second, at: after(90) },
  ]
  await tx.insert(deliberation).values(steps.map((one, n) => ({ ...one, id: newId(), exhibitionId: of.id, place: n + 1 })))
  await releaseResults(tx, { newId, clock: { now: () => after(100) } }, { exhibitionId: of.id, year: of.year, by, address })
  // Everybody was told at the hour, a year ago.
  await tx
    .update(result)
    .set({ toldAt: new Date(windows.resultsAt) })
    .where(eq(result.id, row.id))
}
