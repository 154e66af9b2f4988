import { evidence, type ShownEvidence } from '@sheber/contract/evidence'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { changeEvidence, disputeEvidence, dropEvidence } from '@sheber/domain/evidence'
import { may, type OfPortfolio, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfGroup } from '../group/group.thing.ts'
import { thingOfOwner, thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { crowdMap } from './evidence.crowd.ts'
import { linkGroup, unlinkGroup } from './evidence.group.ts'
import { claimsFor } from './evidence.guardian.ts'
import { linkIn } from './evidence.link.ts'
import { groupPeople, peopleOf, teamPeople } from './evidence.people.ts'
import { namedRecords, recordsFor } from './evidence.records.ts'
import {
  allOfPerson,
  allOfPortfolio,
  allOfRecord,
  claimableOf,
  claimedOf,
  insertDispute,
  lockPortfolio,
  oneEvidence,
  replaceEvidence,
  sameLink,
  standingIn,
  takeBack,
} from './evidence.store.ts'
import { handsIn } from './evidence.suggest.ts'
import { thingOfEvidence } from './evidence.thing.ts'

export const evidenceRoutes = (app: FastifyInstance, services: Services, handsOf: HandsOf) => {
  const { db, hub, clock, newId } = services
  const about = ({ params }: { params: { portfolioId: string } }) => thingOfPortfolio(db, params.portfolioId)
  const aboutOne = ({ params }: { params: { portfolioId: string; evidenceId: string } }) => thingOfEvidence(db, params)
  const portfolioOf = async (id: string): Promise<OfPortfolio> => (await thingOfPortfolio(db, id)) ?? refuse('not-found')
  const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')

  /** One claim, and everything else that is claimed in its portfolio, held until the change is done. */
  const changing = async <T>(
    who: Who | null,
    { portfolioId, evidenceId }: { portfolioId: string; evidenceId: string },
    work: (tx: Tx, before: ShownEvidence, changed: () => Promise<void>, by: string, tell: Tell) => Promise<T>,
  ): Promise<T> => {
    const by = signedIn(who).id
    return change(services, by, async (tx, tell: Tell) => {
      await lockPortfolio(tx, portfolioId)
      const before = (await oneEvidence(tx, evidenceId)) ?? refuse('not-found')
      return work(tx, before, () => tell(evidence.changed, { portfolioId, personId: before.person.personId }), by, tell)
    })
  }
  const shown = async (id: string): Promise<ShownEvidence> => (await oneEvidence(db, id)) ?? refuse('not-found')

  serve(app, evidence.list, {
    about,
    answer: async ({ params: { portfolioId }, who }) => {
      const thing = await portfolioOf(portfolioId)
      return {
        evidence: await claimsFor(services, who, thing, await standingIn(db, portfolioId)),
        records: await namedRecords(hub, who, thing),
        may: { link: may(who, 'evidence.link', thing) },
      }
    },
  })

  serve(app, evidence.history, {
    about: aboutOne,
    answer: async ({ params: { evidenceId } }) => sameLink(db, await shown(evidenceId)),
  })

  serve(app, evidence.link, {
    about,
    answer: async ({ params: { portfolioId }, body, who }) => {
      const by = signedIn(who).id
      const thing = await portfolioOf(portfolioId)
      const records = (await recordsFor(hub, who, thing)).filter(({ deleted }) => !deleted).map(({ id }) => id)
      const people = await peopleOf(db, thing)
      const asked = { ...body, people: body.people.length > 0 ? body.people : [thing.ownerId ?? by] }
      await change(services, by, (tx, tell) => linkIn(tx, tell, services, { portfolioId, by, asked, records, people }))
      const competencies = new Set(body.claims.map(({ competencyId }) => competencyId))
      return (await allOfRecord(db, portfolioId, body.recordId)).filter(
        (one) => one.supersededAt === null && competencies.has(one.competencyId) && asked.people.includes(one.person.personId),
      )
    },
  })

  serve(app, evidence.linkGroup, {
    about: ({ params }) => thingOfGroup(db, params.groupId),
    answer: ({ params: { groupId }, body, who }) => linkGroup(services, { groupId, by: signedIn(who).id, asked: body }),
  })

  serve(app, evidence.unlinkGroup, {
    about: ({ params }) => thingOfGroup(db, params.groupId),
    answer: ({ params: { groupId }, body, who }) => unlinkGroup(services, { groupId, by: signedIn(who).id, asked: body }),
  })

  serve(app, evidence.change, {
    about: aboutOne,
    answer: async ({ params, body, who }) => {
      const id = await changing(who, params, async (tx, before, changed, by) => {
        const standing = (await sameLink(tx, before)).find(({ supersededAt }) => supersededAt === null) ?? null
        const { levels } = await claimableOf(tx, [{ competencyId: before.competencyId, levelId: body.levelId }])
        const own = levels.filter(({ frameworkId }) => frameworkId === before.frameworkId).map((level) => level.id)
        const next = changeEvidence(claimedOf(before), standing && claimedOf(standing), body, own)
        if (next === null) return (standing ?? before).id
        const { portfolioId } = before
        const made = await replaceEvidence(tx, before.id, next, { portfolioId, by, at: clock.now(), newId })
        await changed()
        return made
      })
      return shown(id)
    },
  })

  serve(app, evidence.drop, {
    about: aboutOne,
    answer: ({ params, who }) =>
      changing(who, params, async (tx, before, changed) => {
        if (!dropEvidence(claimedOf(before))) return {}
        await takeBack(tx, before.id, clock.now())
        await changed()
        return {}
      }),
  })

  serve(app, evidence.dispute, {
    about: aboutOne,
    answer: async ({ params, body, who }) => {
      await changing(who, params, async (tx, before, changed, by, tell) => {
        const text = disputeEvidence(claimedOf(before), body.why)
        if (text === null) return
        await insertDispute(tx, { id: newId(), evidenceId: before.id, personId: by, text, createdAt: clock.now() })
        await changed()
        const { portfolioId } = params
        const judges = new Set(before.verdicts.map(({ reviewer }) => reviewer.personId))
        for (const personId of judges) await tell(evidence.disputed, { portfolioId, personId, evidenceId: before.id })
      })
      return shown(params.evidenceId)
    },
  })

  serve(app, evidence.suggest, {
    about,
    answer: async ({ params: { portfolioId, recordId }, who }) => {
      const thing = await portfolioOf(portfolioId)
      const record = (await recordsFor(hub, who, thing)).find(({ id, deleted }) => id === recordId && !deleted)
      if (!record) return refuse('record-unknown')
      return handsIn(services, handsOf, { who, pieces: record.pieces, people: await peopleOf(db, thing) })
    },
  })

  serve(app, evidence.map, {
    about,
    answer: async ({ params: { portfolioId }, who }) => {
      const thing = await portfolioOf(portfolioId)
      const all = thing.ownerId === null ? await allOfPortfolio(db, portfolioId) : await allOfPerson(db, thing.ownerId)
      return { evidence: await claimsFor(services, who, thing, all), may: { link: may(who, 'evidence.link', thing) } }
    },
  })

  serve(app, evidence.teamMap, {
    about: ({ params }) => thingOfOwner(db, 'team', params.teamId),
    answer: async ({ params, query }) => crowdMap(db, query, (await teamPeople(db, params.teamId)) ?? refuse('not-found'), true),
  })

  serve(app, evidence.groupMap, {
    about: ({ params }) => thingOfGroup(db, params.groupId),
    answer: async ({ params, query }) => crowdMap(db, query, (await groupPeople(db, params.groupId)) ?? refuse('not-found'), false),
  })
}
