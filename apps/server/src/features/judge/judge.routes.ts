import { judge, type Jury } from '@sheber/contract/judge'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { stoodAt } from '@sheber/domain/exhibition'
import { comesByLink, judgeInvitee, lacksOf, linkUntilOf, spreadOf, viewsOf } from '@sheber/domain/judge'
import { cleanName } from '@sheber/domain/name'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { activePeople } from '../person/person.thing.ts'
import { signOut } from '../session/sign-out.ts'
import { finalNow, windowNow } from '../final/final.thing.ts'
import { giveSeats, judgedIn, proposalOf, seatedRound } from './judge.assign.ts'
import { compareRoutes, comparingNow } from './judge.compare.ts'
import { countedViews } from './judge.lacks.ts'
import { drawLink, linkRoutes } from './judge.link.ts'
import { mineRoutes } from './judge.mine.ts'
import { seenStands } from './judge.seen.ts'
import {
  begunOf,
  calibrationMarks,
  calibrationOf,
  clearCalibration,
  insertJudge,
  insertJuror,
  insertSeats,
  judgesOf,
  oneJudge,
  removeSeat,
  scoresOfSeat,
  seatKey,
  seatsOf,
  updateJudge,
  type SeatRow,
} from './judge.store.ts'
import { thingOfJudge } from './judge.thing.ts'
import { tiesOf } from './judge.ties.ts'

/** A jury as its organisers make it: who is asked, who sees which stand, and how far they are. Marks are in none of it. */
export const judgeRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)
  const aboutJudge = ({ params }: { params: { judgeId: string } }) => thingOfJudge(db, params.judgeId)
  const now = async (id: string) => (await exhibitionNow(db, id)) ?? refuse('not-found')
  const known = async (id: string) => (await oneJudge(db, id)) ?? refuse('not-found')

  linkRoutes(app, services)
  mineRoutes(app, services)
  compareRoutes(app, services)

  serve(app, judge.list, { about, answer: ({ params, who }) => juryOf(db, params.exhibitionId, who?.id, clock.now()) })

  serve(app, judge.invite, {
    about,
    answer: async ({ params: { exhibitionId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { plan } = await now(exhibitionId)
      const until = linkUntilOf(plan.windows)
      const nominations = plan.nominations.map(({ id }) => id).filter((id) => body.nominations.includes(id))
      const row = { id: body.id, exhibitionId, shadow: body.shadow, nominations, invitedBy: who.id, createdAt: clock.now() }

      if ('personId' in body.who) {
        const { personId } = body.who
        const found = (await activePeople(db, [personId])).get(personId) ?? refuse('not-found')
        judgeInvitee(found)
        if (!may(who, 'person.invite', found)) return refuse('judge-unfit')
        await change(services, who.id, async (tx, tell) => {
          const isNew = await insertJudge(tx, { ...row, personId })
          if (!isNew && (await oneJudge(tx, body.id))?.personId !== personId) return refuse('judge-already')
          if (isNew) await tell(judge.invited, { exhibitionId, personId })
        })
        return { judgeId: body.id, secret: null, until: null }
      }

      const { name, language } = body.who
      const { organisers } = (await thingOfExhibition(db, exhibitionId)) ?? refuse('not-found')
      const organisationId = organisers.find((id) => who.memberships.some((m) => m.organisationId === id)) ?? organisers[0]
      if (organisationId === undefined) return refuse('not-found')
      const { secret, link } = drawLink()
      await change(services, who.id, async (tx, tell) => {
        const before = await oneJudge(tx, body.id)
        if (before) {
          // The answer of the first time was lost on its way, and only its hash is known here.
          if (before.exhibitionId !== exhibitionId || !comesByLink(before, before.hasSignIn)) return refuse('judge-already')
          await updateJudge(tx, body.id, { link, linkUntil: until })
          return
        }
        const personId = newId()
        await insertJuror(tx, { id: personId, name: cleanName(name), language, organisationId, createdAt: clock.now() })
        if (!(await insertJudge(tx, { ...row, personId, link, linkUntil: until }))) return refuse('judge-already')
        await tell(person.added, { personId, organisationId, role: 'judge' })
        await tell(judge.invited, { exhibitionId, personId })
      })
      return { judgeId: body.id, secret, until: until.toISOString() }
    },
  })

  serve(app, judge.change, {
    about: aboutJudge,
    answer: async ({ params: { judgeId }, body: { shadow, nominations }, who }) => {
      const { exhibitionId, personId } = await known(judgeId)
      const { plan } = await now(exhibitionId)
      const ids = plan.nominations.map(({ id }) => id).filter((id) => nominations.includes(id))
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updateJudge(tx, judgeId, { shadow, nominations: ids })
        await tell(judge.changed, { exhibitionId, personId })
      })
      return {}
    },
  })

  serve(app, judge.end, {
    about: aboutJudge,
    answer: async ({ params: { judgeId }, body: { ended }, who }) => {
      const found = await known(judgeId)
      const { exhibitionId, personId } = found
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updateJudge(tx, judgeId, { endedAt: ended ? clock.now() : null })
        if (ended && comesByLink(found, found.hasSignIn)) await signOut(tx, tell, personId)
        await tell(judge.changed, { exhibitionId, personId })
      })
      return {}
    },
  })

  serve(app, judge.calibrate, {
    about,
    answer: async ({ params: { exhibitionId }, body: { standId }, who }) => {
      const stands = await seenStands(db, exhibitionId)
      if (standId !== null && !stands.some(({ id, admitted }) => id === standId && admitted)) return refuse('not-found')
      const judges = await judgesOf(db, exhibitionId)
      const ties = await tiesOf(db, { exhibitionId, personIds: judges.map((one) => one.personId) })
      await change(services, who?.id ?? null, async (tx, tell) => {
        await clearCalibration(tx, exhibitionId)
        if (standId !== null) {
          const fit = judges.filter((one) => one.endedAt === null && ties.reasons(one.personId, standId).length === 0)
          const at = clock.now()
          await insertSeats(
            tx,
            fit.map((one) => ({ judgeId: one.id, standId, round: 0, place: 0, at })),
          )
        }
        await tell(judge.assigned, { exhibitionId })
      })
      return {}
    },
  })

  serve(app, judge.propose, {
    about,
    answer: async ({ params: { exhibitionId }, query: { seed } }) => {
      const { pairs, added, lacks, unbridged, connected } = await proposalOf(db, exhibitionId, seed)
      return {
        pairs: [...pairs],
        added: [...added],
        lacks: lacks.map((lack) => ({ ...lack, barred: [...lack.barred] })),
        unbridged: [...unbridged],
        connected,
      }
    },
  })

  const give = (exhibitionId: string, pairs: readonly { judgeId: string; standId: string }[], by: string | null) =>
    change(services, by, (tx, tell) => giveSeats(tx, tell, { exhibitionId, pairs, at: clock.now() }))

  serve(app, judge.assign, {
    about,
    answer: async ({ params: { exhibitionId }, body: { pairs }, who }) => {
      await give(exhibitionId, pairs, who?.id ?? null)
      return {}
    },
  })

  serve(app, judge.seat, {
    about: aboutJudge,
    answer: async ({ params: { judgeId }, body: { standId }, who }) => {
      const { exhibitionId } = await known(judgeId)
      await give(exhibitionId, [{ judgeId, standId }], who?.id ?? null)
      return {}
    },
  })

  serve(app, judge.unseat, {
    about: aboutJudge,
    answer: async ({ params: { judgeId, standId }, who }) => {
      const { exhibitionId } = await known(judgeId)
      await change(services, who?.id ?? null, async (tx, tell) => {
        const round = seatedRound((await finalNow(tx, await now(exhibitionId))).stage)
        const isIt = (one: SeatRow) => one.judgeId === judgeId && one.standId === standId && one.round === round
        const seat = (await seatsOf(tx, exhibitionId)).find(isIt)
        if (!seat) return
        // What was said of it is kept, a conflict and a reason too.
        if (seat.state !== 'offered' || (await scoresOfSeat(tx, judgeId, standId, round)).length > 0) return refuse('seat-used')
        await removeSeat(tx, judgeId, standId, round)
        await tell(judge.assigned, { exhibitionId })
      })
      return {}
    },
  })
}

const juryOf = async (db: DbOrTx, exhibitionId: string, personId: string | undefined, at: Date): Promise<Jury> => {
  const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const { plan, state } = of
  const final = await finalNow(db, of)
  const round = seatedRound(final.stage)
  const judges = await judgesOf(db, exhibitionId)
  const stands = await seenStands(db, exhibitionId)
  const seats = await seatsOf(db, exhibitionId)
  const begun = await begunOf(db, exhibitionId)
  const ties = await tiesOf(db, { exhibitionId, personIds: judges.map(({ personId }) => personId) })
  const inHall = stands.filter(({ admitted }) => admitted)
  const views = viewsOf(
    inHall.map(({ id }) => id),
    await countedViews(db, exhibitionId, round),
  )
  const judged = new Set(judgedIn(stands, final).map(({ id }) => id))
  const lacking = new Set(
    lacksOf(
      views.filter(({ standId }) => judged.has(standId)),
      plan,
    ).map(({ standId }) => standId),
  )
  const calibrated = calibrationOf(seats)
  const seatsBy = Map.groupBy(seats, ({ judgeId }) => judgeId)
  return {
    round,
    exhibition: { id: exhibitionId, title: plan.title, state, ...windowNow(plan, { round }) },
    rubric: plan.rubric,
    nominations: plan.nominations,
    viewsMin: plan.viewsMin,
    judges: judges.map((one) => ({
      id: one.id,
      name: one.name,
      shadow: one.shadow,
      nominations: one.nominations,
      declared: one.declaredAt !== null,
      ended: one.endedAt !== null,
      byLink: comesByLink(one, one.hasSignIn),
      linkUntil: one.linkUntil?.toISOString() ?? null,
      seats: (seatsBy.get(one.id) ?? []).map((seat) => ({
        standId: seat.standId,
        round: seat.round,
        state: seat.state,
        reason: seat.reason,
        begun: begun.has(seatKey(seat)),
      })),
      ties: inHall.flatMap(({ id }) => {
        const reasons = ties.reasons(one.personId, id)
        return reasons.length > 0 ? [{ standId: id, reasons: [...reasons] }] : []
      }),
    })),
    stands: inHall.map(({ id, number, title, nominationId, direction }) => {
      const { views: seen = 0, comments = 0 } = views.find(({ standId }) => standId === id) ?? {}
      return { id, number, title, nominationId, direction, views: seen, comments, lacks: lacking.has(id), judged: judged.has(id) }
    }),
    calibration: {
      standId: calibrated,
      spread: calibrated === null ? [] : spreadOf(plan.rubric, await calibrationMarks(db, exhibitionId, calibrated)),
    },
    comparing: await comparingNow(db, exhibitionId, {
      now: at,
      // Who runs it and judges too is told what others chose once nobody judges any more.
      hidden: stoodAt(of) === 'judging' && judges.some((one) => one.personId === personId && one.endedAt === null),
    }),
  }
}
