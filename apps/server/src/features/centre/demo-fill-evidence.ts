import type { EvidenceState, Verdict } from '@sheber/contract/evidence'
import { dispute, evidence, membership, organisation, person, review, roomVersion, submission, team, verdict } from '@sheber/db/schema'
import { addRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { and, eq, inArray } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { sha256 } from '../../sync/postgres-storage.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { portfolios, published, raised, shared, type DemoPortfolio, type Outcome } from './demo-evidence.ts'
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

/** The portfolios of ten children, what they and a team have linked and what their teachers said of it. Makes what is missing, each portfolio once. */
export const fillEvidence = async (services: Services): Promise<void> => {
  const { db } = services
  const names = [
    ...Object.keys(portfolios),
    ...[...Object.values(portfolios), shared].map(({ reviewer }) => reviewer),
    ...shared.records.flatMap(({ links }) => links.map(([who]) => who)),
  ]
  const people = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.name, names))
  const [centre] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.demo, true))
  const making = await readMaking(db)
  const idOf = (name: string) => people.find((one) => one.name === name)?.id as string
  const organisationId = centre?.id as string
  for (const [name, one] of Object.entries(portfolios))
    await fillPortfolio(services, {
      ...one,
      ...making,
      name,
      personId: idOf(name),
      reviewerId: idOf(one.reviewer),
      organisationId,
    })

  const [green] = await db.select({ id: team.id }).from(team).where(eq(team.name, shared.team))
  const first = idOf(shared.records[0]?.links[0]?.[0] as string)
  const opening = { of: 'team', ownerId: green?.id as string, by: first, at: services.clock.now() } as const
  const portfolioId = await portfolioFor(db, services.newId, opening)
  await claim(services, {
    ...making,
    ...{ portfolioId, organisationId, reviewerId: idOf(shared.reviewer) },
    records: shared.records.map(({ ago, links }, at) => ({
      ...{ id: `r${at}`, ago },
      by: idOf(links[0]?.[0] as string),
      links: links.map(([who, code, level, outcome, why]) => ({ personId: idOf(who), code, level, outcome, why, raisedFrom: null })),
    })),
  })
}

interface Judging {
  readonly reviewerId: string
  readonly organisationId: string
  readonly competencyOf: (code: string) => string
  readonly levelOf: (n: number) => string | null
}

interface Filling extends DemoPortfolio, Judging {
  readonly name: string
  readonly personId: string
}

interface Claiming extends Judging {
  readonly portfolioId: string
  readonly records: readonly {
    readonly id: string
    /** Days before today. */
    readonly ago: number
    /** Whose hand links and hands it in. */
    readonly by: string
    readonly links: readonly {
      readonly personId: string
      readonly code: string
      readonly level: number
      readonly outcome: Outcome
      readonly why: string
      /** What was claimed before. */
      readonly raisedFrom: { readonly level: number; readonly why: string } | null
    }[]
  }[]
}

const portfolioWith = async ({ db, newId, clock }: Services, { personId, organisationId }: Filling): Promise<string> => {
  const [placed] = await db
    .select({ at: membership.createdAt })
    .from(membership)
    .where(and(eq(membership.personId, personId), eq(membership.organisationId, organisationId)))
  return portfolioFor(db, newId, { of: 'person', ownerId: personId, by: personId, at: placed?.at ?? clock.now() })
}

/** The newest lies an hour back, so that nothing comes out of the future. */
const daysBack = ({ clock }: Services) => {
  const now = clock.now().getTime()
  return (days: number) => new Date(now - days * dayMs - 3_600_000)
}

const isClaimed = async (db: Services['db'], portfolioId: string) => (await db.$count(evidence, eq(evidence.portfolioId, portfolioId))) > 0

const recordIdOf = (n: number) => `demo-evidence-${n}`

const fillPortfolio = async (services: Services, filling: Filling): Promise<void> => {
  const { db, hub } = services
  const { name, personId, records } = filling
  const portfolioId = await portfolioWith(services, filling)
  if (await isClaimed(db, portfolioId)) return
  const at = daysBack(services)
  await hub.write(portfolioRoom(portfolioId), { person: personId, session: null }, 'template', (doc) => {
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

  const isRaised = (title: string, code: string) => raised.name === name && raised.title === title && raised.code === code
  await claim(services, {
    ...filling,
    portfolioId,
    records: records.map(({ title, ago, links }, n) => ({
      ...{ id: recordIdOf(n), ago, by: personId },
      links: links.map(([code, level, outcome, why]) => {
        const raisedFrom = isRaised(title, code) ? { level: raised.from, why: raised.why } : null
        return { personId, code, level, outcome, why, raisedFrom }
      }),
    })),
  })
}

/** What is linked to records that are there, and what was said of it: once. */
const claim = async (services: Services, { portfolioId, reviewerId, organisationId, records, competencyOf, levelOf }: Claiming) => {
  const { db, hub, newId } = services
  if (await isClaimed(db, portfolioId)) return
  const at = daysBack(services)
  const room = portfolioRoom(portfolioId)
  const { position, bytes } = await hub.snapshot(room)
  await db.transaction(async (tx) => {
    const handIn = async (recordId: string, personId: string, handedIn: number, reviewed: number | null) => {
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

    for (const { id: recordId, ago, by, links } of records) {
      const judged = Math.max(ago - 4, 1)
      const reviewId = newId()
      if (links.some(({ outcome }) => outcome !== 'r')) {
        const handed = await handIn(recordId, by, Math.max(ago - 1, judged + 0.5), judged)
        const said = { outcome: 'accepted' as const, text: 'Хорошая работа. Продолжайте так же подробно.', createdAt: at(judged) }
        await tx.insert(review).values({ id: reviewId, ...handed, reviewerId, ...said, seenAt: at(judged - 0.3) })
      }
      if (links.some(({ outcome }) => outcome === 'r')) await handIn(recordId, by, 0.4, null)
      for (const { personId, code, level, outcome, why, raisedFrom } of links) {
        const [id, competencyId] = [newId(), competencyOf(code)]
        const claimed = { portfolioId, recordId, personId, competencyId, createdBy: personId }
        // Raised before it was handed in: nobody judges what is claimed later.
        const createdAt = at(raisedFrom ? ago - 0.5 : ago)
        await tx.insert(evidence).values({ ...claimed, id, levelId: levelOf(level) as string, why, state: states[outcome], createdAt })
        if (raisedFrom)
          await tx.insert(evidence).values({
            ...{ ...claimed, id: newId(), levelId: levelOf(raisedFrom.level) as string, why: raisedFrom.why, state: 'superseded' },
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
