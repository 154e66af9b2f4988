import { result, type Given, type Result } from '@sheber/contract/result'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { award, result as resultTable } from '@sheber/db/schema'
import type { Language } from '@sheber/contract/words'
import type { OfStand, Who } from '@sheber/domain/permission'
import { placedBy } from '@sheber/domain/final'
import { awardsByRule, giveAward, type Computed } from '@sheber/domain/result'
import { and, eq, inArray } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { revokeForAward } from '../badge/badge.award.ts'
import { baseOf } from '../badge/badge.base.ts'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { juryComparisons } from '../judge/judge.voice.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { thingOfStand } from '../stand/stand.thing.ts'
import { judgingOf } from './result.compute.ts'
import { lookAt } from './result.look.ts'
import { participationOf } from './result.school.ts'
import { revokePapers } from './result.paper.ts'
import { openResults, releaseResults } from './result.release.ts'
import { readsNow, reportOf } from './result.report.ts'
import {
  awardsOf,
  dropResult,
  letThrough,
  lockExhibition,
  note,
  oneStand,
  resultNow,
  scoreIn,
  standsOf,
  type Noted,
  type StoredAward,
} from './result.store.ts'
import { sweepResults } from './result.sweep.ts'
import { takenBy, takeInto, type Taker } from './result.take.ts'

type Of = NonNullable<Awaited<ReturnType<typeof exhibitionNow>>>

const placedOf = ({ stands, final }: Computed) => placedBy(stands, final?.stands)

/** As the log keeps it. */
const kept = ({ standId, nominationId, degree, title, tied }: StoredAward) => ({ standId, nominationId, degree, title, tied })

export const resultRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)
  const aboutStand = ({ params }: { params: { standId: string } }) => thingOfStand(db, params.standId)

  const shown = (who: Who | null, exhibitionId: string): Promise<Result> =>
    lookAt(db, exhibitionId, who?.id ?? refuse('sign-in-needed'), clock.now())

  interface Deed {
    readonly tx: Tx
    readonly tell: Tell
    readonly of: Of
    readonly by: string
    readonly at: Date
    readonly log: (...notes: Noted[]) => Promise<void>
  }
  /** One exhibition's results, held until the change is done, and told to those who look at them. */
  const deed = async (who: Who | null, exhibitionId: string, states: readonly Of['state'][], work: (deed: Deed) => Promise<void>) => {
    if (!who) return refuse('sign-in-needed')
    await change(services, who.id, async (tx, tell) => {
      await lockExhibition(tx, exhibitionId)
      const of = (await exhibitionNow(tx, exhibitionId)) ?? refuse('not-found')
      if (!states.includes(of.state)) return refuse('result-shut')
      const at = clock.now()
      const log = (...notes: Noted[]) => note(tx, { exhibitionId, by: who.id, at, newId }, notes)
      await work({ tx, tell, of, by: who.id, at, log })
      await tell(result.changed, { exhibitionId })
    })
    return shown(who, exhibitionId)
  }
  /** While it is deliberated, and never after a second person's yes without their knowing: what was approved is not this any more. */
  const deliberate = (who: Who | null, exhibitionId: string, work: (deed: Deed) => Promise<void>) =>
    deed(who, exhibitionId, ['deliberation'], async (given) => {
      if ((await resultNow(given.tx, exhibitionId))?.releasedAt) return refuse('result-shut')
      await work(given)
      if (await dropResult(given.tx, exhibitionId, given.at)) await given.log({ step: 'dropped' })
    })

  serve(app, result.look, { about, answer: ({ params, who }) => shown(who, params.exhibitionId) })

  serve(app, result.apply, {
    about,
    answer: ({ params: { exhibitionId }, who }) =>
      deliberate(who, exhibitionId, async ({ tx, of, by, at, log }) => {
        const { computed, awards } = await judgingOf(tx, of)
        const byHand = awards.filter((one) => one.byHand)
        // Whoever has a degree by hand has one.
        const proposed = awardsByRule(placedOf(computed), of.plan, await juryComparisons(tx, exhibitionId)).filter(
          ({ standId }) => !byHand.some((one) => one.standId === standId && one.degree !== null),
        )
        const same = (one: StoredAward) =>
          proposed.some(
            (p) => p.standId === one.standId && p.degree === one.degree && p.nominationId === one.nominationId && p.tied === one.tied,
          )
        const gone = awards.filter((one) => !one.byHand && !same(one))
        const stays = awards.filter((one) => !one.byHand && same(one))
        const fresh = proposed
          .filter(({ standId }) => !stays.some((one) => one.standId === standId))
          .map((one) => ({ ...one, id: newId(), exhibitionId, title: { kk: '', ru: '', en: '' }, createdBy: by, createdAt: at }))
        if (gone.length > 0)
          await tx.delete(award).where(
            inArray(
              award.id,
              gone.map(({ id }) => id),
            ),
          )
        if (fresh.length > 0) await tx.insert(award).values(fresh.map((one) => ({ ...one, number: one.id })))
        await log(
          { step: 'applied', reason: of.plan.awards },
          ...gone.map((one): Noted => ({ step: 'removed', awardId: one.id, standId: one.standId, before: kept(one) })),
          ...fresh.map(({ id, standId, nominationId, degree, title, tied }): Noted => ({
            ...{ step: 'given', awardId: id, standId },
            after: { standId, nominationId, degree, title, tied },
          })),
        )
      }),
  })

  /** What the plan's rule says of these scores; by hand it says nothing. */
  const ruleOf = async (tx: Tx, of: Of) => {
    if (of.plan.awards === 'hand') return []
    const { computed } = await judgingOf(tx, of)
    return awardsByRule(placedOf(computed), of.plan, await juryComparisons(tx, of.id))
  }

  /** What somebody gives, checked against the stand, against what it has already and against the rule. */
  const given = async (tx: Tx, of: Of, body: Given, others: readonly StoredAward[]) => {
    const stand = (await standsOf(tx, of.id)).find(({ id }) => id === body.standId) ?? refuse('not-found')
    return { ...giveAward(body, stand, others, await ruleOf(tx, of)), standId: stand.id }
  }

  serve(app, result.give, {
    about,
    answer: ({ params: { exhibitionId }, body: { id, ...body }, who }) =>
      deliberate(who, exhibitionId, async ({ tx, of, by, at, log }) => {
        const awards = await awardsOf(tx, exhibitionId)
        // Sent twice, it is there once.
        if (awards.some((one) => one.id === id)) return
        const values = await given(tx, of, body, awards)
        const made = await tx
          .insert(award)
          .values({ id, exhibitionId, number: id, createdBy: by, createdAt: at, ...values })
          .onConflictDoNothing()
          .returning()
        for (const one of made)
          await log({ step: 'given', awardId: id, standId: one.standId, after: kept(one), reason: body.reason.trim() })
      }),
  })

  const oneAward = async (tx: Tx, exhibitionId: string, awardId: string) => {
    const awards = await awardsOf(tx, exhibitionId)
    const found = awards.find(({ id }) => id === awardId) ?? refuse('not-found')
    return { found, others: awards.filter(({ id }) => id !== awardId) }
  }

  serve(app, result.move, {
    about,
    answer: ({ params: { exhibitionId, awardId }, body, who }) =>
      deliberate(who, exhibitionId, async ({ tx, of, log }) => {
        const { found, others } = await oneAward(tx, exhibitionId, awardId)
        const values = await given(tx, of, body, others)
        const [after] = await tx.update(award).set(values).where(eq(award.id, awardId)).returning()
        if (after)
          await log({ step: 'moved', awardId, standId: after.standId, before: kept(found), after: kept(after), reason: body.reason.trim() })
      }),
  })

  serve(app, result.remove, {
    about,
    answer: ({ params: { exhibitionId, awardId }, body, who }) =>
      deliberate(who, exhibitionId, async ({ tx, log }) => {
        const reason = body.reason.trim() || refuse('reason-needed')
        const { found } = await oneAward(tx, exhibitionId, awardId)
        await tx.delete(award).where(eq(award.id, awardId))
        await log({ step: 'removed', awardId, standId: found.standId, before: kept(found), reason })
      }),
  })

  serve(app, result.let, {
    about,
    answer: ({ params: { exhibitionId, scoreId }, body: { through }, who }) =>
      // Also after the release: an organiser has missed a word that no child should read.
      deed(who, exhibitionId, ['deliberation', 'results', 'archived'], async ({ tx, by, at, log }) => {
        const { standId } = (await scoreIn(tx, exhibitionId, scoreId)) ?? refuse('not-found')
        await letThrough(tx, scoreId, through, by, at)
        await log({ step: through ? 'let' : 'held', standId })
      }),
  })

  serve(app, result.propose, {
    about,
    answer: ({ params: { exhibitionId }, body, who }) =>
      deed(who, exhibitionId, ['deliberation'], async ({ tx, of, by, at, log }) => {
        const now = await judgingOf(tx, of)
        if (now.sha256 !== body.sha256) return refuse('result-changed')
        const { warnings, final } = now.computed
        if ([...warnings, ...(final?.warnings ?? [])].some(({ code }) => code === 'words')) return refuse('result-words')
        const before = await resultNow(tx, exhibitionId)
        // Proposed already, whoever it was.
        if (before?.sha256 === body.sha256) return
        if (await dropResult(tx, exhibitionId, at)) await log({ step: 'dropped' })
        await tx
          .insert(resultTable)
          .values({ id: newId(), exhibitionId, computed: now.computed, sha256: now.sha256, proposedBy: by, createdAt: at })
        await log({ step: 'proposed' })
      }),
  })

  serve(app, result.approve, {
    about,
    answer: ({ params: { exhibitionId }, body, who }) =>
      deed(who, exhibitionId, ['deliberation'], async ({ tx, of, by, at, log }) => {
        const row = (await resultNow(tx, exhibitionId)) ?? refuse('result-changed')
        const { sha256 } = await judgingOf(tx, of)
        if (row.sha256 !== sha256 || sha256 !== body.sha256) return refuse('result-changed')
        if (row.proposedBy === by) return refuse('same-person')
        // Two at once: the first one's name stands under it.
        if (row.approvedAt) return
        await tx.update(resultTable).set({ approvedBy: by, approvedAt: at }).where(eq(resultTable.id, row.id))
        await tx
          .update(award)
          .set({ state: 'approved' })
          .where(and(eq(award.exhibitionId, exhibitionId), eq(award.state, 'proposed')))
        await log({ step: 'approved' })
      }),
  })

  serve(app, result.release, {
    about,
    answer: ({ params: { exhibitionId }, who, request }) =>
      deed(who, exhibitionId, ['deliberation'], async ({ tx, tell, of, by, at }) => {
        const address = baseOf(services.config, request)
        await releaseResults(tx, services, { exhibitionId, year: of.year, by, address })
        await openResults(tx, tell, { exhibitionId, before: of.state, by, at, id: services.newId() })
      }),
  })

  serve(app, result.revoke, {
    about,
    answer: ({ params: { exhibitionId, awardId }, body, who }) =>
      deed(who, exhibitionId, ['results', 'archived'], async ({ tx, tell, by, at, log }) => {
        const reason = body.reason.trim() || refuse('reason-needed')
        const { found } = await oneAward(tx, exhibitionId, awardId)
        if (found.state === 'revoked') return
        await tx.update(award).set({ state: 'revoked', revokedAt: at, revokedBy: by, revokeReason: reason }).where(eq(award.id, awardId))
        await revokePapers(tx, awardId, at)
        await revokeForAward(tx, tell, { awardId, by, at })
        await log({ step: 'revoked', awardId, standId: found.standId, before: kept(found), reason })
        const stand = await oneStand(tx, found.standId)
        if (stand) await tell(result.revoked, { exhibitionId, standId: stand.id, teamId: stand.team.id, awardId })
      }),
  })

  serve(app, result.ofStand, {
    about: aboutStand,
    answer: async ({ params: { standId }, who, language }) => {
      const thing = (await thingOfStand(db, standId)) ?? refuse('not-found')
      if (!who || !(await readsNow(db, who, thing, thing.of.id, clock.now()))) return refuse('results-not-yet')
      const report = await reportOf(db, standId, language)
      const isMember = who.teams.includes(thing.project.teamId)
      const taken = (taker: Taker) => (isMember ? takenBy(services, standId, taker) : null)
      return {
        ...report,
        take: isMember,
        taken: await taken({ of: 'person', id: who.id }),
        takenByTeam: await taken({ of: 'team', id: thing.project.teamId }),
      }
    },
  })

  serve(app, result.ofOrganisation, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: ({ params }) => participationOf(db, params.organisationId, clock.now()),
  })

  const take = async (who: Who | null, standId: string, language: Language, intoOf: (of: OfStand) => Taker) => {
    if (!who) return refuse('sign-in-needed')
    const thing = (await thingOfStand(db, standId)) ?? refuse('not-found')
    if (!(await readsNow(db, who, thing, thing.of.id, clock.now()))) return refuse('results-not-yet')
    const report = await reportOf(db, standId, language)
    const { projectId } = (await oneStand(db, standId)) ?? refuse('not-found')
    const { plan } = (await exhibitionNow(db, report.exhibitionId)) ?? refuse('not-found')
    return takeInto(services, { report, into: intoOf(thing), by: who.id, projectId, day: dayThere(plan.windows.resultsAt), language })
  }
  serve(app, result.take, {
    about: aboutStand,
    answer: ({ params: { standId }, who, language }) => take(who, standId, language, () => ({ of: 'person', id: who?.id ?? '' })),
  })
  serve(app, result.takeForTeam, {
    about: aboutStand,
    answer: ({ params: { standId }, who, language }) => take(who, standId, language, ({ project }) => ({ of: 'team', id: project.teamId })),
  })

  sweepResults(app, services)
}
