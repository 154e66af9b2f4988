import { judge, type Jury } from '@sheber/contract/judge'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { assign, type Asked } from '@sheber/domain/assignment'
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
  setConflict,
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
      const asked = await askedOf(db, exhibitionId, seed)
      const { pairs, added, lacks, unbridged, connected } = assign(asked.given)
      const judgeOf = (personId: string) => asked.judgeIdOf.get(personId) ?? personId
      const pair = ({ judgeId, standId }: { judgeId: string; standId: string }) => ({ judgeId: judgeOf(judgeId), standId })
      return {
        pairs: pairs.map(pair),
        added: added.map(pair),
        lacks: lacks.map((lack) => ({ ...lack, barred: lack.barred.map(({ judgeId, why }) => ({ judgeId: judgeOf(judgeId), why })) })),
        unbridged: unbridged.map(judgeOf),
        connected,
      }
    },
  })

  /** Puts pairs beside what is assigned already; a conflict that has come to be known since is written down. */
  const give = async (exhibitionId: string, pairs: readonly { judgeId: string; standId: string }[], by: string | null) => {
    const judges = new Map((await judgesOf(db, exhibitionId)).filter((one) => one.endedAt === null).map((one) => [one.id, one]))
    const stands = new Map((await seenStands(db, exhibitionId)).map((one, place) => [one.id, { ...one, place }]))
    const ties = await tiesOf(db, { exhibitionId, personIds: [...judges.values()].map((one) => one.personId) })
    const at = clock.now()
    await change(services, by, async (tx, tell) => {
      const seats = await seatsOf(tx, exhibitionId)
      const shut = new Set(seats.filter(({ state }) => state === 'conflict' || state === 'skipped').map(seatKey))
      const fresh = pairs.map(({ judgeId, standId }) => {
        const [who, what] = [judges.get(judgeId), stands.get(standId)]
        if (!who || !what?.admitted) return refuse('stand-unassigned')
        if (shut.has(seatKey({ judgeId, standId, round: 1 })) || ties.reasons(who.personId, standId).length > 0) refuse('judge-conflict')
        return { judgeId, standId, round: 1, place: what.place, at }
      })
      await insertSeats(tx, fresh)
      for (const { judgeId, standId, state, round, place } of seats) {
        const who = judges.get(judgeId)
        const [reason] = who && round > 0 && state !== 'conflict' ? ties.reasons(who.personId, standId) : []
        if (reason) await setConflict(tx, { judgeId, standId, round, place, at, reason })
      }
      await tell(judge.assigned, { exhibitionId })
    })
  }

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
        const seat = (await seatsOf(tx, exhibitionId)).find((one) => one.judgeId === judgeId && one.standId === standId && one.round === 1)
        if (!seat) return
        // What was said of it is kept, a conflict and a reason too.
        if (seat.state !== 'offered' || (await scoresOfSeat(tx, judgeId, standId, 1)).length > 0) return refuse('seat-used')
        await removeSeat(tx, judgeId, standId, 1)
        await tell(judge.assigned, { exhibitionId })
      })
      return {}
    },
  })
}

const isShut = ({ state }: SeatRow) => state === 'conflict' || state === 'skipped'

/** What the lots are drawn from: whoever fell out is not among the judges, so what they left undone is given anew. */
const askedOf = async (db: DbOrTx, exhibitionId: string, seed: string): Promise<{ given: Asked; judgeIdOf: Map<string, string> }> => {
  const { plan } = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const judges = (await judgesOf(db, exhibitionId)).filter(({ endedAt }) => endedAt === null)
  const stands = (await seenStands(db, exhibitionId)).filter(({ admitted }) => admitted)
  const seats = (await seatsOf(db, exhibitionId)).filter(({ round }) => round === 1)
  const ties = await tiesOf(db, { exhibitionId, personIds: judges.map(({ personId }) => personId) })
  const personOf = new Map(judges.map(({ id, personId }) => [id, personId]))
  return {
    judgeIdOf: new Map(judges.map(({ id, personId }) => [personId, id])),
    given: {
      stands: stands.map(({ id, nominationId }) => ({ id, nominationId: nominationId ?? '', ...ties.stand(id) })),
      judges: judges.map(({ id, personId, shadow, nominations }) => ({
        ...ties.judge(personId),
        conflicts: seats.filter((seat) => seat.judgeId === id && isShut(seat)).map(({ standId }) => standId),
        shadow,
        nominationIds: nominations,
      })),
      already: seats.flatMap((seat) => {
        const judgeId = personOf.get(seat.judgeId)
        return judgeId === undefined || isShut(seat) ? [] : [{ judgeId, standId: seat.standId }]
      }),
      viewsMin: plan.viewsMin,
      seed: `${exhibitionId} ${seed}`,
    },
  }
}

const juryOf = async (db: DbOrTx, exhibitionId: string, personId: string | undefined, at: Date): Promise<Jury> => {
  const { plan, state } = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const judges = await judgesOf(db, exhibitionId)
  const stands = await seenStands(db, exhibitionId)
  const seats = await seatsOf(db, exhibitionId)
  const begun = await begunOf(db, exhibitionId)
  const ties = await tiesOf(db, { exhibitionId, personIds: judges.map(({ personId }) => personId) })
  const inHall = stands.filter(({ admitted }) => admitted)
  const views = viewsOf(
    inHall.map(({ id }) => id),
    await countedViews(db, exhibitionId),
  )
  const lacking = new Set(lacksOf(views, plan).map(({ standId }) => standId))
  const calibrated = calibrationOf(seats)
  const seatsBy = Map.groupBy(seats, ({ judgeId }) => judgeId)
  return {
    exhibition: { id: exhibitionId, title: plan.title, state, judgingFrom: plan.windows.judgingFrom, judgingTo: plan.windows.judgingTo },
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
      return { id, number, title, nominationId, direction, views: seen, comments, lacks: lacking.has(id) }
    }),
    calibration: {
      standId: calibrated,
      spread: calibrated === null ? [] : spreadOf(plan.rubric, await calibrationMarks(db, exhibitionId, calibrated)),
    },
    comparing: await comparingNow(db, exhibitionId, {
      now: at,
      // Who runs it and judges too is told what others chose once nobody judges any more.
      hidden: state === 'judging' && judges.some((one) => one.personId === personId && one.endedAt === null),
    }),
  }
}
