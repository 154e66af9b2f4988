import { judge, type Comparing, type Jury } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { comparing, comparison, exhibition, exhibitionDecision, stand } from '@sheber/db/schema'
import { comparisonsLeft, nextPair, placesOf } from '@sheber/domain/pairwise'
import { and, eq, getTableColumns, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { someShown } from '../stand/stand.shown.ts'
import { bareStand, seenStands } from './judge.seen.ts'
import { judgeOf, seatsOfJudge } from './judge.store.ts'
import { choosesIn, peersOf, thingOfComparing } from './judge.thing.ts'
import { tiesOf } from './judge.ties.ts'
import { saidOf, type Said } from './judge.voice.ts'

const round = 2
const pairOf = (a: string, b: string) => [a, b].toSorted().join(' ')

/** Two organisers who open or close it stand in a line. */
const lockRound = async (tx: Tx, exhibitionId: string) =>
  (await tx.select().from(comparing).where(eq(comparing.exhibitionId, exhibitionId)).for('update'))[0]

/** Also of a round that is over. */
const roundOf = async (db: DbOrTx, exhibitionId: string) =>
  (
    await db
      .select({ ...getTableColumns(comparing), state: exhibition.state })
      .from(comparing)
      .innerJoin(exhibition, eq(exhibition.id, comparing.exhibitionId))
      .where(eq(comparing.exhibitionId, exhibitionId))
  )[0]

type Comparison = NonNullable<Awaited<ReturnType<typeof roundOf>>>
/** By the server's clock: nobody has closed it, and its hour has not come. */
const isUnderWay = ({ closedAt, until }: Pick<Comparison, 'closedAt' | 'until'>, now: Date): boolean =>
  closedAt === null && (until === null || now < until)
/** … and its exhibition is not called off. */
const isOpenAt = (found: Comparison, now: Date): boolean => found.state !== 'cancelled' && isUnderWay(found, now)

export const isComparing = async (db: DbOrTx, exhibitionId: string, now: Date): Promise<boolean> => {
  const found = await roundOf(db, exhibitionId)
  return found !== undefined && isOpenAt(found, now)
}

/** Of stands that are in the round, by those whose it is to say. */
const among = (said: readonly Said[], standIds: readonly string[], isTheirs: (one: Said) => boolean): Said[] =>
  said.filter((one) => isTheirs(one) && standIds.includes(one.winnerId) && standIds.includes(one.loserId))

/** Of these, in their order, what stands in the hall now: by its row alone, for a whole hall is long to read. */
const inHallOnly = async (db: DbOrTx, exhibitionId: string, standIds: readonly string[]): Promise<string[]> => {
  const rows = await db
    .select({ id: stand.id })
    .from(stand)
    .where(
      and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted'), isNotNull(stand.enteredAt), inArray(stand.id, [...standIds])),
    )
  const there = new Set(rows.map(({ id }) => id))
  return standIds.filter((id) => there.has(id))
}

/** Children choose among what the world may see: of the others there is nothing that they could be shown. */
const openOnly = async (db: DbOrTx, standIds: readonly string[], now: Date): Promise<string[]> => {
  const open = new Set((await someShown(db, standIds, now)).filter((one) => one.open).map(({ id }) => id))
  return standIds.filter((id) => open.has(id))
}

/** How far a round is, and once it is closed what came of it. `hidden`: from whoever judges as well and is not done. */
export const comparingNow = async (
  db: DbOrTx,
  exhibitionId: string,
  { now, hidden }: { readonly now: Date; readonly hidden: boolean },
): Promise<Jury['comparing']> => {
  const found = await roundOf(db, exhibitionId)
  if (!found) return null
  const said = await saidOf(db, exhibitionId)
  const standIds = await inHallOnly(db, exhibitionId, found.standIds)
  const jury = among(said, standIds, ({ voice }) => voice === 'jury')
  const openIds = await openOnly(db, standIds, now)
  const peers = among(said, openIds, ({ voice }) => voice === 'peers')
  const isOpen = isOpenAt(found, now)
  return {
    standIds: found.standIds,
    peers: found.peers,
    open: isOpen,
    until: found.until?.toISOString() ?? null,
    made: jury.length + peers.length,
    left: comparisonsLeft(standIds, jury) + (found.peers ? comparisonsLeft(openIds, peers) : 0),
    orders:
      // Called off, it may go on: what was chosen until then is told to nobody.
      isUnderWay(found, now) || hidden
        ? null
        : {
            jury: jury.length > 0 ? placesOf(standIds, jury) : [],
            peers: peers.length > 0 ? placesOf(openIds, peers) : [],
          },
  }
}

/** Two and two: for finalists, or as the children's own choice. */
export const compareRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfComparing(db, params.exhibitionId)

  /** What of these somebody may not choose among: their own team's, and for a judge whatever conflicts. */
  const ownOf = async (exhibitionId: string, personId: string, standIds: readonly string[]): Promise<string[]> => {
    const ties = await tiesOf(db, { exhibitionId, personIds: [personId], standIds })
    const me = await judgeOf(db, exhibitionId, personId)
    const declared = me ? (await seatsOfJudge(db, me.id)).filter(({ state }) => state === 'conflict').map(({ standId }) => standId) : []
    // A child chooses among friends' and schoolmates' work too; their own team's is what they may not.
    const tied = standIds.filter((id) => (me ? ties.reasons(personId, id).length > 0 : ties.stand(id).personIds.includes(personId)))
    return [...tied, ...declared]
  }

  /** Its exhibition is called off, and may go on: nobody is told that it is over. */
  const isHeld = (round: Awaited<ReturnType<typeof roundOf>>) => round?.state === 'cancelled' && isUnderWay(round, clock.now())
  const roundNow = async (exhibitionId: string) => {
    const found = await roundOf(db, exhibitionId)
    return isHeld(found) ? refuse('exhibition-cancelled') : found
  }

  const now = async (exhibitionId: string, personId: string): Promise<Comparing> => {
    const { plan, reason } = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
    const judges = (await judgeOf(db, exhibitionId, personId)) !== undefined
    const found = await roundOf(db, exhibitionId)
    const bare = { exhibition: plan.title, judges, off: isHeld(found) ? reason : null }
    if (!found || !isOpenAt(found, clock.now())) return { ...bare, pair: null, made: 0, left: 0, lastId: null }
    const inHall = await inHallOnly(db, exhibitionId, found.standIds)
    const standIds = judges ? inHall : await openOnly(db, inHall, clock.now())
    const voice = judges ? 'jury' : 'peers'
    // A judge who learns counts for nobody, and still is not asked the same twice.
    const comparisons = among(await saidOf(db, exhibitionId), standIds, (one) => one.voice === voice || one.judgeId === personId)
    const mine = comparisons.filter(({ judgeId }) => judgeId === personId)
    const next = nextPair({
      standIds,
      comparisons,
      judgeId: personId,
      own: await ownOf(exhibitionId, personId, standIds),
      seed: `${exhibitionId} ${found.openedAt.getTime()}`,
    })
    // All that is told of a stand is read of these two alone.
    const asked = next ? [next.firstId, next.secondId] : []
    const seen = next ? await seenStands(db, exhibitionId, asked) : []
    const pair = asked.flatMap((id) => seen.filter((one) => one.id === id).map((one) => bareStand(one, { whole: judges })))
    return {
      ...bare,
      pair: pair.length === 2 ? pair : null,
      made: mine.length,
      left: comparisonsLeft(standIds, comparisons),
      lastId: mine.at(-1)?.id ?? null,
    }
  }

  serve(app, judge.chooses, {
    answer: async ({ who }) => {
      const rows = await choosesIn(db, who?.id ?? refuse('sign-in-needed'), clock.now())
      return rows.map(({ exhibitionId, plan }) => ({ exhibitionId, title: plan.title }))
    },
  })

  serve(app, judge.round, {
    about: ({ params }) => thingOfExhibition(db, params.exhibitionId),
    answer: async ({ params: { exhibitionId }, body: { standIds, peers, open, until: asked = null, reason = '' }, who }) => {
      const by = who?.id ?? refuse('sign-in-needed')
      const chosen = await inHallOnly(db, exhibitionId, [...new Set(standIds)])
      const at = clock.now()
      const until = asked === null ? null : new Date(asked)
      if (open && chosen.length < 2) return refuse('compare-few')
      if (open && until && until <= at) return refuse('compare-until')
      if (open && (await exhibitionNow(db, exhibitionId))?.state === 'cancelled') return refuse('exhibition-cancelled')
      await change(services, by, async (tx, tell) => {
        const before = await lockRound(tx, exhibitionId)
        const was = before && { standIds: before.standIds, peers: before.peers, until: before.until?.toISOString() ?? null }
        const isOver = before !== undefined && !isUnderWay(before, at)
        if (open) {
          // Its orders were seen: whoever lets people choose on says why, for good.
          if (isOver && reason.trim() === '') return refuse('reason-needed')
          const isTold = before !== undefined && before.peers && !isOver
          const row = { standIds: chosen, peers, until, openedBy: by, openedAt: at, closedAt: null }
          await tx
            .insert(comparing)
            .values({ exhibitionId, ...row })
            .onConflictDoUpdate({ target: comparing.exhibitionId, set: row })
          const after = { standIds: chosen, peers, until: until?.toISOString() ?? null }
          const said = { before: was ?? null, after, reason: reason.trim(), personId: by, at }
          await tx.insert(exhibitionDecision).values({ id: newId(), exhibitionId, step: isOver ? 'reopened' : 'opened', ...said })
          if (peers && !isTold) for (const personId of await peersOf(tx, exhibitionId)) await tell(judge.asked, { exhibitionId, personId })
        } else {
          const closed = await tx
            .update(comparing)
            .set({ closedAt: at })
            .where(and(eq(comparing.exhibitionId, exhibitionId), isNull(comparing.closedAt)))
            .returning({ id: comparing.exhibitionId })
          if (closed.length > 0)
            await tx
              .insert(exhibitionDecision)
              .values({ id: newId(), exhibitionId, step: 'closed', before: was, reason: reason.trim(), personId: by, at })
        }
        await tell(judge.compared, { exhibitionId })
      })
      return {}
    },
  })

  serve(app, judge.pair, { about, answer: ({ params, who }) => now(params.exhibitionId, who?.id ?? refuse('sign-in-needed')) })

  serve(app, judge.compare, {
    about,
    answer: async ({ params: { exhibitionId }, body: { id, betterId, worseId }, who }) => {
      const personId = who?.id ?? refuse('sign-in-needed')
      const found = await roundNow(exhibitionId)
      const isIn = found && isOpenAt(found, clock.now()) && [betterId, worseId].every((one) => found.standIds.includes(one))
      if (!isIn || betterId === worseId) return refuse('compare-closed')
      const isJudge = (await judgeOf(db, exhibitionId, personId)) !== undefined
      if (!isJudge && (await openOnly(db, [betterId, worseId], clock.now())).length < 2) return refuse('compare-closed')
      const own = await ownOf(exhibitionId, personId, [betterId, worseId])
      if (own.includes(betterId) || own.includes(worseId)) return refuse('judge-conflict')
      await change(services, personId, async (tx, tell) => {
        const row = { id, exhibitionId, personId, round, betterId, worseId, pair: pairOf(betterId, worseId), createdAt: clock.now() }
        // Sent twice, or chosen twice of the same two: the first stays until it is taken back.
        const made = await tx.insert(comparison).values(row).onConflictDoNothing().returning({ id: comparison.id })
        if (made.length > 0) await tell(judge.compared, { exhibitionId })
      })
      return now(exhibitionId, personId)
    },
  })

  serve(app, judge.uncompare, {
    about,
    answer: async ({ params: { exhibitionId }, body: { id }, who }) => {
      const personId = who?.id ?? refuse('sign-in-needed')
      const found = await roundNow(exhibitionId)
      if (!found || !isOpenAt(found, clock.now())) return refuse('compare-closed')
      await change(services, personId, async (tx, tell) => {
        const undone = await tx
          .update(comparison)
          .set({ undoneAt: clock.now() })
          .where(
            and(
              eq(comparison.id, id),
              eq(comparison.exhibitionId, exhibitionId),
              eq(comparison.personId, personId),
              isNull(comparison.undoneAt),
            ),
          )
          .returning({ id: comparison.id })
        if (undone.length > 0) await tell(judge.compared, { exhibitionId })
      })
      return now(exhibitionId, personId)
    },
  })
}
