import { judge, rounds, type Round } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { assign, assignAll, type Asked, type Assignment } from '@sheber/domain/assignment'
import type { Tell } from '../../facts/tell.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { finalNow } from '../final/final.thing.ts'
import { seenStands, type StandRow } from './judge.seen.ts'
import { insertSeats, judgesOf, seatsOf, setConflict, type SeatRow } from './judge.store.ts'
import { tiesOf } from './judge.ties.ts'

/** Whose seats are given out now: from the closing of the first round on finalists', although they are judged later. */
export const seatedRound = (stage: Awaited<ReturnType<typeof finalNow>>['stage']): Round =>
  stage === 'first' ? rounds.first : rounds.final

/** What is judged in the round that seats are given out for. */
export const judgedIn = (stands: readonly StandRow[], { stage, finalists }: Awaited<ReturnType<typeof finalNow>>): StandRow[] =>
  stands.filter(({ id, admitted }) => admitted && (stage === 'first' || finalists.has(id)))

const isShut = ({ state }: SeatRow) => state === 'conflict' || state === 'skipped'

/** What the lots are drawn from: whoever fell out is not among the judges, so what they left undone is given anew. */
const askedOf = async (
  db: DbOrTx,
  exhibitionId: string,
  seed: string,
): Promise<{ given: Asked; round: Round; judgeIdOf: Map<string, string> }> => {
  const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const now = await finalNow(db, of)
  const round = seatedRound(now.stage)
  const judges = (await judgesOf(db, exhibitionId)).filter(({ endedAt }) => endedAt === null)
  const stands = judgedIn(await seenStands(db, exhibitionId), now)
  const seats = await seatsOf(db, exhibitionId)
  const ties = await tiesOf(db, { exhibitionId, personIds: judges.map(({ personId }) => personId) })
  const personOf = new Map(judges.map(({ id, personId }) => [id, personId]))
  return {
    round,
    judgeIdOf: new Map(judges.map(({ id, personId }) => [personId, id])),
    given: {
      stands: stands.map(({ id, nominationId }) => ({ id, nominationId: nominationId ?? '', ...ties.stand(id) })),
      judges: judges.map(({ id, personId, shadow, nominations }) => ({
        ...ties.judge(personId),
        // Whatever the round in which it was said: it is for good.
        conflicts: seats.filter((seat) => seat.judgeId === id && isShut(seat)).map(({ standId }) => standId),
        shadow,
        nominationIds: nominations,
      })),
      already: seats.flatMap((seat) => {
        const judgeId = personOf.get(seat.judgeId)
        return judgeId === undefined || seat.round !== round || isShut(seat) ? [] : [{ judgeId, standId: seat.standId }]
      }),
      viewsMin: of.plan.viewsMin,
      seed: `${exhibitionId} ${seed}`,
    },
  }
}

/** Who is to judge what in the round that comes or goes on, by the ids of judges. In a final all of the jury see all of it. */
export const proposalOf = async (db: DbOrTx, exhibitionId: string, seed: string): Promise<Assignment> => {
  const { given, round, judgeIdOf } = await askedOf(db, exhibitionId, seed)
  const { pairs, added, lacks, unbridged, connected } = round === rounds.final ? assignAll(given) : assign(given)
  const judgeOf = (personId: string) => judgeIdOf.get(personId) ?? personId
  const pair = ({ judgeId, standId }: { judgeId: string; standId: string }) => ({ judgeId: judgeOf(judgeId), standId })
  return {
    pairs: pairs.map(pair),
    added: added.map(pair),
    lacks: lacks.map((lack) => ({ ...lack, barred: lack.barred.map(({ judgeId, why }) => ({ judgeId: judgeOf(judgeId), why })) })),
    unbridged: unbridged.map(judgeOf),
    connected,
  }
}

/** Puts pairs beside what is assigned already; a conflict that has come to be known since is written down. */
export const giveSeats = async (
  tx: Tx,
  tell: Tell,
  { exhibitionId, pairs, at }: { readonly exhibitionId: string; readonly pairs: Assignment['pairs']; readonly at: Date },
): Promise<void> => {
  const of = (await exhibitionNow(tx, exhibitionId)) ?? refuse('not-found')
  const now = await finalNow(tx, of)
  const round = seatedRound(now.stage)
  const judges = new Map((await judgesOf(tx, exhibitionId)).filter((one) => one.endedAt === null).map((one) => [one.id, one]))
  const seen = await seenStands(tx, exhibitionId)
  const placeOf = new Map(seen.map(({ id }, place) => [id, place]))
  const open = new Set(judgedIn(seen, now).map(({ id }) => id))
  const ties = await tiesOf(tx, { exhibitionId, personIds: [...judges.values()].map((one) => one.personId) })
  const seats = await seatsOf(tx, exhibitionId)
  const shut = new Set(seats.filter(isShut).map(({ judgeId, standId }) => `${judgeId} ${standId}`))
  const fresh = pairs.map(({ judgeId, standId }) => {
    const who = judges.get(judgeId)
    if (!who || !open.has(standId)) return refuse('stand-unassigned')
    if (shut.has(`${judgeId} ${standId}`) || ties.reasons(who.personId, standId).length > 0) return refuse('judge-conflict')
    return { judgeId, standId, round, place: placeOf.get(standId) ?? 0, at }
  })
  await insertSeats(tx, fresh)
  for (const { judgeId, standId, state, round: seated, place } of seats) {
    const who = judges.get(judgeId)
    const [reason] = who && seated === round && state !== 'conflict' ? ties.reasons(who.personId, standId) : []
    if (reason) await setConflict(tx, { judgeId, standId, round, place, at, reason })
  }
  await tell(judge.assigned, { exhibitionId })
}
