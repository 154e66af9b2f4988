import type { EvidenceState, Verdict } from '@sheber/contract/evidence'
import { dispute, evidence, membership, organisation, person, review, roomVersion, submission, verdict } from '@sheber/db/schema'
import { addRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { and, eq, inArray } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { sha256 } from '../../sync/postgres-storage.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { portfolios, published, raised, type DemoPortfolio, type Outcome } from './demo-evidence.ts'
import { readMaking } from './demo-making.ts'

const dayMs = 86_400_000

const states: Readonly<Record<Outcome, EvidenceState>> = { c: 'confirmed', p: 'partly', n: 'not_yet', r: 'ready', d: 'disputed' }
const verdicts: Readonly<Record<Exclude<Outcome, 'r'>, Verdict>> = { c: 'confirmed', p: 'partly', n: 'not_yet', d: 'partly' }
const sayings: Readonly<Record<Exclude<Outcome, 'r'>, string>> = {
  c: 'Вижу в записи. Согласен с уровнем.',
  p: 'Часть видно. Покажите, что было сделано без помощи.',
  n: 'Пока видно только начало. Допишите, что вышло.',
  d: 'По записи не понятно, что это сделано самостоятельно.',
}

/** The portfolios of ten children, what they have linked and what their teachers said of it. Makes what is missing, each portfolio once. */
export const fillEvidence = async (services: Services): Promise<void> => {
  const { db } = services
  const names = [...Object.keys(portfolios), ...Object.values(portfolios).map(({ reviewer }) => reviewer)]
  const people = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.name, names))
  const [centre] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.demo, true))
  const making = await readMaking(db)
  const idOf = (name: string) => people.find((one) => one.name === name)?.id as string
  for (const [name, one] of Object.entries(portfolios))
    await fillPortfolio(services, {
      ...one,
      ...making,
      name,
      personId: idOf(name),
      reviewerId: idOf(one.reviewer),
      organisationId: centre?.id as string,
    })
}

interface Filling extends DemoPortfolio {
  readonly name: string
  readonly personId: string
  readonly reviewerId: string
  readonly organisationId: string
  readonly competencyOf: (code: string) => string
  readonly levelOf: (n: number) => string | null
}

const portfolioWith = async ({ db, newId, clock }: Services, { personId, organisationId }: Filling): Promise<string> => {
  const [placed] = await db
    .select({ at: membership.createdAt })
    .from(membership)
    .where(and(eq(membership.personId, personId), eq(membership.organisationId, organisationId)))
  return portfolioFor(db, newId, { of: 'person', ownerId: personId, by: personId, at: placed?.at ?? clock.now() })
}

const recordIdOf = (n: number) => `demo-evidence-${n}`

const fillPortfolio = async (services: Services, filling: Filling): Promise<void> => {
  const { db, hub, newId, clock } = services
  const { name, personId, reviewerId, organisationId, records, competencyOf, levelOf } = filling
  const portfolioId = await portfolioWith(services, filling)
  if ((await db.$count(evidence, eq(evidence.portfolioId, portfolioId))) > 0) return
  const now = clock.now().getTime()
  // The newest lies an hour back, so that nothing comes out of the future.
  const at = (daysAgo: number) => new Date(now - daysAgo * dayMs - 3_600_000)

  const room = portfolioRoom(portfolioId)
  await hub.write(room, { person: personId, session: null }, 'template', (doc) => {
    const opened = openPortfolio(doc)
    for (const [n, { title, kind, ago, reflection }] of records.entries()) {
      const from = at(ago).toISOString().slice(0, 10)
      const audience = [
        'team',
        'group',
        'centre',
        'school',
        ...(name === published && n === 0 ? (['guardian', 'public'] as const) : []),
      ] as const
      addRecord(opened, { id: recordIdOf(n), kind, title, from, audience }, { by: personId, at: at(ago).getTime() })
      sayInRecord(opened, recordIdOf(n), 'reflection', reflection)
    }
  })

  const { position, bytes } = await hub.snapshot(room)
  await db.transaction(async (tx) => {
    const handIn = async (recordId: string, handedIn: number, reviewed: number | null) => {
      const [versionId, id] = [newId(), newId()]
      const createdAt = at(handedIn)
      await tx
        .insert(roomVersion)
        .values({ ...{ id: versionId, room, position, name: null, bytes, sha256: sha256(bytes), personId }, createdAt })
      const row = { id, portfolioId, versionId, organisationId, records: [recordId], words: '', createdBy: personId, createdAt }
      if (reviewed === null) await tx.insert(submission).values({ ...row, changedAt: createdAt })
      else {
        const times = { takenAt: at((handedIn + reviewed) / 2), reviewedAt: at(reviewed), changedAt: at(reviewed) }
        await tx.insert(submission).values({ ...row, ...times, reviewerId, state: 'accepted' })
      }
      return { versionId, submissionId: id }
    }

    for (const [n, { title, ago, links }] of records.entries()) {
      const judged = Math.max(ago - 4, 1)
      const reviewId = newId()
      if (links.some(([, , outcome]) => outcome !== 'r')) {
        const handed = await handIn(recordIdOf(n), Math.max(ago - 1, judged + 0.5), judged)
        const said = { outcome: 'accepted' as const, text: 'Хорошая работа. Продолжайте так же подробно.', createdAt: at(judged) }
        await tx.insert(review).values({ id: reviewId, ...handed, reviewerId, ...said, seenAt: at(judged - 0.3) })
      }
      if (links.some(([, , outcome]) => outcome === 'r')) await handIn(recordIdOf(n), 0.4, null)
      for (const [code, level, outcome, why] of links) {
        const [id, recordId, competencyId] = [newId(), recordIdOf(n), competencyOf(code)]
        const claim = { portfolioId, recordId, personId, competencyId, createdBy: personId }
        const isRaised = raised.name === name && raised.title === title && raised.code === code
        // Raised before it was handed in: nobody judges what is claimed later.
        const createdAt = at(isRaised ? ago - 0.5 : ago)
        await tx.insert(evidence).values({ ...claim, id, levelId: levelOf(level) as string, why, state: states[outcome], createdAt })
        if (isRaised)
          await tx.insert(evidence).values({
            ...{ ...claim, id: newId(), levelId: levelOf(raised.from) as string, why: raised.why, state: 'superseded' },
            ...{ createdAt: at(ago), supersededAt: createdAt, supersededBy: id },
          })
        if (outcome === 'r') continue
        await tx.insert(verdict).values({
          ...{
            id: newId(),
            evidenceId: id,
            reviewId,
            reviewerId,
            verdict: verdicts[outcome],
            text: sayings[outcome],
            createdAt: at(judged),
          },
          levelId: outcome === 'n' ? null : levelOf(outcome === 'c' ? level : level - 1),
        })
        if (outcome === 'd')
          await tx
            .insert(dispute)
            .values({ id: newId(), evidenceId: id, personId, text: 'Посмотрите ещё раз: на фото видно, что я один.', createdAt: at(0.7) })
      }
    }
  })
}
