import { exhibition, type Exhibition, type Plan } from '@sheber/contract/exhibition'
import { refuse } from '@sheber/contract/refusal'
import {
  changedParts,
  checkPlan,
  isDrafted,
  nextSteps,
  savePlan,
  stepExhibition,
  stoodAt,
  takesEntry,
  yearOf,
} from '@sheber/domain/exhibition'
import { may, type OfExhibition, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { baseOf } from '../badge/badge.base.ts'
import { giveAudience, releaseResults } from '../result/result.release.ts'
import { concernedBy } from './exhibition.hear.ts'
import { exhibitionOrganisers, type Changing } from './exhibition.organisers.ts'
import { checkReady } from './exhibition.ready.ts'
import {
  allExhibitions,
  insertExhibition,
  leantOn,
  lockExhibition,
  noteDecision,
  oneExhibition,
  trailOf,
  updateExhibition,
  type StoredExhibition,
} from './exhibition.store.ts'
import { thingOfExhibition } from './exhibition.thing.ts'

/** Whoever only judges in it is asked about elsewhere. */
const thingOf = ({ id, state, organisers, founderId }: StoredExhibition): OfExhibition => ({
  kind: 'exhibition',
  id,
  organisers: organisers.map((one) => one.id),
  founder: founderId,
  drafted: isDrafted(state),
  judges: [],
})

export const exhibitionRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)

  const shownTo = (who: Who | null, one: StoredExhibition): Exhibition => {
    const { createdBy: _, founderId, stands, ...rest } = one
    const of = thingOf(one)
    const runs = may(who, 'exhibition.step', of)
    const mayEnd = (organisationId: string) => may(who, 'exhibition.uninvite', { kind: 'organiser', of, organisationId })
    return {
      ...rest,
      organisers: one.organisers.map(({ id, name }) => ({ id, name, leaves: id !== founderId && mayEnd(id) })),
      invited: runs ? [...one.invited] : [],
      invites: may(who, 'exhibition.invite', of),
      next: runs ? [...nextSteps(one)] : [],
      takes: takesEntry(one.plan, one.state, clock.now()) !== null,
      stands: runs ? stands : { all: 0, entered: 0, admitted: 0 },
      runs,
    }
  }
  const shown = async (who: Who | null, id: string) => shownTo(who, (await oneExhibition(db, id)) ?? refuse('not-found'))

  /** One exhibition, held until the change is done. */
  const changing: Changing = async (who, id, work) => {
    if (!who) return refuse('sign-in-needed')
    await change(services, who.id, async (tx, tell) => work(tx, (await lockExhibition(tx, id)) ?? refuse('not-found'), tell, who.id))
  }
  const changed = async (who: Who | null, id: string, work: Parameters<Changing>[2]): Promise<Exhibition> => {
    await changing(who, id, work)
    return shown(who, id)
  }

  serve(app, exhibition.list, {
    answer: async ({ who }) =>
      (await allExhibitions(db)).filter((one) => may(who, 'exhibition.look', thingOf(one))).map((one) => shownTo(who, one)),
  })

  serve(app, exhibition.look, { about, answer: ({ params, who }) => shown(who, params.exhibitionId) })

  serve(app, exhibition.make, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: async ({ params: { organisationId }, body: { id, plan }, who }) => {
      if (!who) return refuse('sign-in-needed')
      checkPlan(plan)
      await change(services, who.id, async (tx, tell) => {
        const isNew = await insertExhibition(tx, { id, organisationId, plan, year: yearOf(plan), by: who.id, at: clock.now() })
        if (isNew) return tell(exhibition.changed, { exhibitionId: id, state: 'draft' })
        // Sent twice by one hand it is answered twice; an id that somebody else has taken is not.
        if ((await oneExhibition(tx, id))?.createdBy !== who.id) refuse('forbidden')
      })
      return shown(who, id)
    },
  })

  serve(app, exhibition.save, {
    about,
    answer: ({ params: { exhibitionId }, body, who }) =>
      changed(who, exhibitionId, async (tx, before, tell, by) => {
        // Called off, it keeps the rules of where it stood; its days may be moved on.
        const { plan, reason, step } = savePlan({ ...before, state: stoodAt(before) }, body, await leantOn(tx, exhibitionId))
        await updateExhibition(tx, exhibitionId, { plan, year: yearOf(plan), at: clock.now() })
        await tell(exhibition.changed, { exhibitionId, state: before.state })
        // A draft was nobody's to go by.
        const parts = isDrafted(before.state) ? [] : changedParts(before.plan, plan)
        if (parts.length === 0) return
        const only = (of: Plan) => Object.fromEntries(parts.map((part) => [part, of[part] ?? null]))
        const said = { before: only(before.plan), after: only(plan), reason, personId: by, at: clock.now() }
        await noteDecision(tx, { id: newId(), exhibitionId, step, ...said })
        await tell(exhibition.replanned, { exhibitionId, parts })
      }),
  })

  serve(app, exhibition.trail, { about, answer: ({ params }) => trailOf(db, params.exhibitionId) })

  serve(app, exhibition.step, {
    about,
    answer: ({ params: { exhibitionId }, body, who, request }) =>
      changed(who, exhibitionId, async (tx, before, tell, by) => {
        // Two organisers press one button, or one does twice: it was done.
        if (before.state === body.state) return
        const step = stepExhibition(before, body.state, { ...body, now: clock.now() })
        const { state, reason } = step
        await checkReady(tx, before, state)
        const ended = { exhibitionId, year: before.year, by, address: baseOf(services.config, request) }
        if (state === 'results') await releaseResults(tx, services, ended)
        // Without a jury there are no results to release, and yet an audience.
        if (before.state === 'hall' && state === 'archived') await giveAudience(tx, services, ended)
        const at = clock.now()
        await noteDecision(tx, { id: newId(), exhibitionId, step: 'stepped', before: before.state, after: state, reason, personId: by, at })
        await updateExhibition(tx, exhibitionId, { ...step, at })
        if (state === 'call' && before.state === 'draft') await tell(exhibition.opened, { exhibitionId })
        else await tell(exhibition.changed, { exhibitionId, state })
        const news = state === 'cancelled' ? exhibition.cancelled : before.state === 'cancelled' ? exhibition.resumed : null
        if (news) for (const personId of await concernedBy(tx, exhibitionId)) await tell(news, { exhibitionId, personId })
      }),
  })

  exhibitionOrganisers(app, services, { changing, shown, thingOf })
}
