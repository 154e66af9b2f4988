import { judge, rounds, type Mine, type OwnScore, type Round, type Seat } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { rubricOf } from '@sheber/domain/final'
import { isUnderWay, newestOf, sameMarks, scoreStand, spreadOf, takesScore, viewsOf, wordsNeeded } from '@sheber/domain/judge'
import { seenOf } from '@sheber/domain/judge-progress'
import type { Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { finalNow, windowNow } from '../final/final.thing.ts'
import { judgedIn, seatedRound } from './judge.assign.ts'
import { isComparing } from './judge.compare.ts'
import { countedViews } from './judge.lacks.ts'
import { bareStand, seenStands, type StandRow } from './judge.seen.ts'
import {
  calibrationMarks,
  calibrationOf,
  exhibitionsOfJudge,
  insertScore,
  insertSeats,
  judgeOf,
  lockSeat,
  oneScore,
  scoresOfJudge,
  scoresOfSeat,
  seatKey,
  seatsOf,
  seatsOfJudge,
  setConflict,
  setSeat,
  updateJudge,
  type ScoreRow,
  type SeatRow,
} from './judge.store.ts'
import { tiesOf } from './judge.ties.ts'

const shown = ({ id, marks, total, words, madeAt, createdAt }: ScoreRow): OwnScore => ({
  id,
  marks,
  total,
  words,
  madeAt: madeAt.toISOString(),
  at: createdAt.toISOString(),
})

const seatShown = (seat: SeatRow, stand: StandRow, scores: readonly ScoreRow[]): Seat => {
  const { score, rival } = newestOf(scores)
  return {
    stand: bareStand(stand, { whole: true }),
    round: seat.round as Round,
    state: seat.state,
    reason: seat.reason,
    score: score && shown(score),
    rival: rival && shown(rival),
  }
}

/** What a judge does: say where interests conflict, look, score, skip. Whatever another judge thinks is told by none of it. */
export const mineRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)
  const now = async (id: string) => (await exhibitionNow(db, id)) ?? refuse('not-found')
  const meIn = async (exhibitionId: string, who: Who | null) =>
    (await judgeOf(db, exhibitionId, who?.id ?? refuse('sign-in-needed'))) ?? refuse('forbidden')

  serve(app, judge.mine, {
    answer: async ({ who }) => {
      const rows = await exhibitionsOfJudge(db, who?.id ?? refuse('sign-in-needed'))
      return rows.map(({ plan, declaredAt, ...row }) => ({ ...row, title: plan.title, declared: declaredAt !== null }))
    },
  })

  serve(app, judge.look, { about, answer: ({ params, who }) => mineOf(db, params.exhibitionId, who, clock.now()) })

  serve(app, judge.declare, {
    about,
    answer: async ({ params: { exhibitionId }, body: { conflicts }, who }) => {
      const me = await meIn(exhibitionId, who)
      if (conflicts.some(({ reason }) => reason.trim() === '')) return refuse('reason-needed')
      const stands = await seenStands(db, exhibitionId)
      const ties = await tiesOf(db, { exhibitionId, personIds: [me.personId] })
      const at = clock.now()
      await change(services, me.personId, async (tx, tell) => {
        const { stage, finalists } = await finalNow(tx, await now(exhibitionId))
        const round = seatedRound(stage)
        const calibrated = calibrationOf(await seatsOf(tx, exhibitionId))
        for (const [place, { id: standId }] of stands.entries()) {
          const own = conflicts.find((one) => one.standId === standId)
          const reason = own?.reason.trim() ?? ties.reasons(me.personId, standId)[0]
          const seat = { judgeId: me.id, standId, place, at }
          if (reason !== undefined && stage !== 'first' && !finalists.has(standId))
            // Judged already, or not theirs: it is known from now on, and what is closed stays as it is.
            await insertSeats(tx, [{ ...seat, round: rounds.first, state: 'conflict', reason }])
          else if (reason !== undefined) await setConflict(tx, { ...seat, round, reason })
          // Whoever came after the others calibrates too.
          else if (standId === calibrated && stage === 'first') await insertSeats(tx, [{ judgeId: me.id, standId, round: 0, place: 0, at }])
        }
        await updateJudge(tx, me.id, { declaredAt: me.declaredAt ?? at, acceptedAt: me.acceptedAt ?? at })
        await tell(judge.changed, { exhibitionId, personId: me.personId })
      })
      return mineOf(db, exhibitionId, who, clock.now())
    },
  })

  const seatNow = async (exhibitionId: string, judgeId: string, standId: string, round: number): Promise<Seat> => {
    const seat = (await seatsOfJudge(db, judgeId)).find((one) => one.standId === standId && one.round === round)
    const stand = (await seenStands(db, exhibitionId)).find(({ id }) => id === standId)
    if (!seat || !stand) return refuse('stand-unassigned')
    return seatShown(seat, stand, await scoresOfSeat(db, judgeId, standId, round))
  }

  serve(app, judge.score, {
    about,
    answer: async ({ params: { exhibitionId }, body, who }) => {
      const me = await meIn(exhibitionId, who)
      const { id, standId, round, marks, words, overId } = body
      const ties = await tiesOf(db, { exhibitionId, personIds: [me.personId], standIds: [standId] })
      await change(services, me.personId, async (tx, tell) => {
        const seat = await lockSeat(tx, me.id, standId, round)
        // Under the lock: of two that were sent at one moment the second finds the first. Asked first of all, so that what was
        // taken once is answered the same for ever, whatever has closed meanwhile.
        const same = await oneScore(tx, id)
        if (same) return same.judgeId === me.id && same.standId === standId && same.round === round ? undefined : refuse('input')
        const of = (await exhibitionNow(tx, exhibitionId)) ?? refuse('not-found')
        const at = clock.now()
        // A clock that is ahead cannot have made anything yet.
        const madeAt = new Date(Math.min(Date.parse(body.madeAt), at.getTime()))
        const { total } = scoreStand({
          ...of,
          declared: me.declaredAt !== null,
          round,
          stage: (await finalNow(tx, of)).stage,
          seat: seat?.state ?? null,
          tied: ties.reasons(me.personId, standId).length > 0,
          marks,
          words,
          madeAt,
          now: at,
        })
        const before = (await scoresOfSeat(tx, me.id, standId, round)).at(-1)
        // Pressed twice by a hand that was not sure: the same words and marks are one score.
        if (before && before.words === words && sameMarks(before.marks, marks) && before.overId === overId) return
        // Order is what the server says, to the millisecond: two of one millisecond are put one behind the other.
        const createdAt = new Date(Math.max(at.getTime(), (before?.createdAt.getTime() ?? 0) + 1))
        const row = { id, judgeId: me.id, standId, round, marks, total, words, madeAt, createdAt, overId }
        if (!(await insertScore(tx, row))) return
        await setSeat(tx, { judgeId: me.id, standId, round }, { state: total === null ? 'offered' : 'done', at })
        await tell(judge.scored, { exhibitionId })
        await tell(judge.marked, { exhibitionId, personId: me.personId })
      })
      return seatNow(exhibitionId, me.id, standId, round)
    },
  })

  serve(app, judge.skip, {
    about,
    answer: async ({ params: { exhibitionId }, body: { standId, reason, round = rounds.first }, who }) => {
      const me = await meIn(exhibitionId, who)
      if (reason.trim() === '') return refuse('reason-needed')
      const of = await now(exhibitionId)
      if (of.state === 'cancelled') return refuse('exhibition-cancelled')
      if (of.state !== 'judging') return refuse('judging-closed')
      const { stage } = await finalNow(db, of)
      if (!isUnderWay(stage, round)) return refuse(stage === 'first' ? 'judging-closed' : 'round-closed')
      await change(services, me.personId, async (tx, tell) => {
        const seat = (await lockSeat(tx, me.id, standId, round)) ?? refuse('stand-unassigned')
        if (seat.state === 'done' || seat.state === 'conflict') return refuse('seat-used')
        await setSeat(tx, seat, { state: 'skipped', reason: reason.trim(), at: clock.now() })
        await tell(judge.scored, { exhibitionId })
        await tell(judge.marked, { exhibitionId, personId: me.personId })
      })
      return seatNow(exhibitionId, me.id, standId, round)
    },
  })
}

/** What is to be done comes first: finalists, then to calibrate, then all others. */
const orderOf = ({ round }: SeatRow): number => (round === rounds.final ? -1 : round)

const mineOf = async (db: DbOrTx, exhibitionId: string, who: Who | null, at: Date): Promise<Mine> => {
  const me = (await judgeOf(db, exhibitionId, who?.id ?? refuse('sign-in-needed'))) ?? refuse('forbidden')
  const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const { plan, state } = of
  const final = await finalNow(db, of)
  const stands = await seenStands(db, exhibitionId)
  const hasBegun = final.stage === 'final'
  const inHall = stands.filter(({ admitted }) => admitted)
  const judged = (hasBegun ? judgedIn(stands, final) : inHall).map(({ id }) => id)
  // Who is a finalist is told to nobody before the final begins, and to a judge not by a seat either.
  const seats = (await seatsOfJudge(db, me.id)).filter(({ round }) => round !== rounds.final || hasBegun)
  const scores = Map.groupBy(await scoresOfJudge(db, me.id), seatKey)
  const ties = await tiesOf(db, { exhibitionId, personIds: [me.personId] })
  const conflicts = new Set(seats.filter((seat) => seat.state === 'conflict').map(({ standId }) => standId))
  const placeOf = new Map(stands.map(({ id }, place) => [id, place]))
  const inOrder = seats.toSorted((a, b) => orderOf(a) - orderOf(b) || (placeOf.get(a.standId) ?? 0) - (placeOf.get(b.standId) ?? 0))

  // Who has not scored it themselves yet would lean on what others gave.
  const own = seats.find(({ round }) => round === rounds.calibration)
  const hasOwn = own?.state === 'done'
  const spread = hasOwn ? spreadOf(plan.rubric, await calibrationMarks(db, exhibitionId, own.standId)) : []
  return {
    judgeId: me.id,
    exhibition: { id: exhibitionId, title: plan.title, state, reason: of.reason, ...windowNow(plan, final) },
    rubric: plan.rubric,
    finalRubric: hasBegun ? rubricOf(plan, rounds.final) : null,
    nominations: plan.nominations,
    shadow: me.shadow,
    declared: me.declaredAt !== null,
    round: final.round,
    open: takesScore(plan, state, { round: final.round, stage: final.stage, madeAt: at, now: at }),
    wordsNeeded: wordsNeeded(plan.release),
    stands: inHall.map(({ id, number, title }) => {
      return { id, number, title, ties: [...ties.reasons(me.personId, id)], conflict: conflicts.has(id) }
    }),
    seats: inOrder.flatMap((seat) => {
      const stand = stands.find(({ id }) => id === seat.standId)
      // Before they have said where their interests conflict there is nothing to look at.
      return stand && me.declaredAt !== null ? [seatShown(seat, stand, scores.get(seatKey(seat)) ?? [])] : []
    }),
    spread: spread.length > 0 ? spread : null,
    jury: seenOf(viewsOf(judged, await countedViews(db, exhibitionId, final.round)), plan.viewsMin),
    compares: await isComparing(db, exhibitionId, at),
  }
}
