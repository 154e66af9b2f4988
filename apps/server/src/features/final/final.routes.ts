import { final, type Final } from '@sheber/contract/final'
import { rounds } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { stoodAt } from '@sheber/domain/exhibition'
import {
  callFinalist,
  chooseFinalists,
  dropFinalist,
  finalistsFewest,
  stepFinal,
  successorsOf,
  suggestFinalists,
  tidings,
  windowOf,
} from '@sheber/domain/final'
import { linkUntilOf } from '@sheber/domain/judge'
import type { Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { giveSeats, proposalOf } from '../judge/judge.assign.ts'
import { judgingLacks } from '../judge/judge.lacks.ts'
import { judgingOf } from '../result/result.compute.ts'
import { roundShown } from '../result/result.look.ts'
import { finalNow, toldOf } from './final.thing.ts'
import {
  finalIsScored,
  finalistsOf,
  insertFinalists,
  jurorsOf,
  keepLinks,
  lockExhibition,
  note,
  removeFinalists,
  removeFinalSeats,
  setFinal,
  setTold,
  teamsInHall,
} from './final.store.ts'

/** A second round of scores: the first is closed, finalists are chosen by its order, told and judged. */
export const finalRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)

  const shown = (who: Who | null, exhibitionId: string): Promise<Final> => lookAt(db, exhibitionId, who?.id ?? refuse('sign-in-needed'))

  interface Deed extends Now {
    readonly tx: Tx
    readonly tell: Tell
    readonly by: string
    readonly at: Date
    readonly log: (step: 'ended' | 'resumed' | 'begun' | 'halted' | 'announced', reason?: string) => Promise<void>
    readonly logStands: (
      step: 'chosen' | 'unchosen' | 'called',
      stands: readonly { standId: string; reason: string; insteadOf?: string }[],
    ) => Promise<void>
  }
  /** One final, held until the change is done, and told to those who look at it. */
  const deed = async (who: Who | null, exhibitionId: string, work: (deed: Deed) => Promise<void>): Promise<Final> => {
    const by = who?.id ?? refuse('sign-in-needed')
    await change(services, by, async (tx, tell) => {
      await lockExhibition(tx, exhibitionId)
      const now = await readNow(tx, exhibitionId, by)
      const at = clock.now()
      const line = { exhibitionId, personId: by, at }
      await work({
        ...now,
        ...{ tx, tell, by, at },
        log: (step, reason = '') => note(tx, [{ ...line, id: newId(), step, reason }]),
        logStands: (step, stands) =>
          note(
            tx,
            stands.map(({ reason, ...after }) => ({ ...line, id: newId(), step, after, reason })),
          ),
      })
      await tell(final.changed, { exhibitionId })
    })
    return shown(who, exhibitionId)
  }
  /** While they are chosen. */
  const choosing = (who: Who | null, exhibitionId: string, work: (deed: Deed) => Promise<void>) =>
    deed(who, exhibitionId, async (given) => {
      if (given.of.state !== 'judging' || given.stage !== 'choosing') return refuse('final-shut')
      await work(given)
    })

  serve(app, final.look, { about, answer: ({ params, who }) => shown(who, params.exhibitionId) })

  serve(app, final.step, {
    about,
    answer: ({ params: { exhibitionId }, body: { stage: asked, reason = '' }, who }) =>
      deed(who, exhibitionId, async ({ tx, tell, of, stage, plan, finalists, stands, by, at, log, logStands }) => {
        const inHall = [...finalists].filter((id) => stands.some((one) => one.id === id))
        const isTaken = stepFinal(asked, {
          ...{ state: of.state, stage, reason },
          lacking: (await judgingLacks(tx, exhibitionId)).length,
          finalists: inHall,
          suggested: suggestFinalists(stands, plan),
          told: [...(await toldOf(tx, [...finalists])).values()].some(Boolean),
          scored: await finalIsScored(tx, exhibitionId),
        })
        if (!isTaken) return
        const why = reason.trim()
        if (asked === 'choosing' && stage === 'first') {
          await setFinal(tx, exhibitionId, { closedAt: at, closedBy: by, begunAt: null, begunBy: null })
          await log('ended')
        }
        if (asked === 'first') {
          await setFinal(tx, exhibitionId, { closedAt: null, closedBy: null })
          // They were chosen by an order that may become another.
          const gone = await removeFinalists(tx, exhibitionId, [...finalists])
          await removeFinalSeats(tx, exhibitionId)
          await logStands(
            'unchosen',
            gone.map((standId) => ({ standId, reason: why })),
          )
          await log('resumed', why)
        }
        if (asked === 'final') {
          await setFinal(tx, exhibitionId, { begunAt: at, begunBy: by })
          const { pairs } = await proposalOf(tx, exhibitionId, 'final')
          await giveSeats(tx, tell, { exhibitionId, pairs, at })
          await keepLinks(tx, exhibitionId, linkUntilOf(of.plan.windows))
          for (const personId of await jurorsOf(tx, exhibitionId)) await tell(final.opened, { exhibitionId, personId })
          await log('begun', why)
        }
        if (asked === 'choosing' && stage === 'final') {
          await setFinal(tx, exhibitionId, { begunAt: null, begunBy: null })
          await removeFinalSeats(tx, exhibitionId)
          await log('halted', why)
        }
      }),
  })

  serve(app, final.choose, {
    about,
    answer: ({ params: { exhibitionId }, body: { standIds, reason }, who }) =>
      choosing(who, exhibitionId, async ({ tx, plan, stands, finalists, by, at, logStands }) => {
        const fresh = standIds.filter((id) => !finalists.has(id))
        const chosen = chooseFinalists({ stands, final: plan }, fresh, reason)
        const made = await insertFinalists(
          tx,
          chosen.map((one) => ({ ...one, exhibitionId, chosenBy: by, chosenAt: at })),
        )
        await logStands(
          'chosen',
          chosen.flatMap(({ standId, reason: why }) => (made.includes(standId) ? [{ standId, reason: why }] : [])),
        )
      }),
  })

  serve(app, final.drop, {
    about,
    answer: ({ params: { exhibitionId, standId }, body, who }) =>
      choosing(who, exhibitionId, async ({ tx, plan, stands, finalists, logStands }) => {
        if (!finalists.has(standId)) return
        const told = (await toldOf(tx, [standId])).get(standId) === true
        const reason = dropFinalist({ stands, final: plan }, { standId, told, ...body })
        const gone = await removeFinalists(tx, exhibitionId, [standId])
        await logStands(
          'unchosen',
          gone.map((id) => ({ standId: id, reason })),
        )
      }),
  })

  serve(app, final.call, {
    about,
    answer: ({ params: { exhibitionId, standId: insteadOf }, body, who }) =>
      deed(who, exhibitionId, async ({ tx, tell, of, stage, stands, by, at, logStands }) => {
        if (of.state !== 'judging' || stage !== 'final') return refuse('final-shut')
        const { standId } = body
        const reason = callFinalist(stands, await finalistsOf(tx, exhibitionId), { ...body, insteadOf })
        if (reason === false) return
        await insertFinalists(tx, [{ exhibitionId, standId, insteadOf, reason, chosenBy: by, chosenAt: at }])
        await logStands('called', [{ standId, insteadOf, reason }])
        const { added } = await proposalOf(tx, exhibitionId, 'final')
        await giveSeats(tx, tell, { exhibitionId, pairs: added, at })
        for (const personId of await jurorsOf(tx, exhibitionId)) await tell(final.joined, { exhibitionId, standId, personId })
        // No team is called in silence, whatever the others know.
        await setTold(tx, { exhibitionId, standId, reached: true, at })
        for (const { id: personId } of (await teamsInHall(tx, exhibitionId)).find(({ id }) => id === standId)?.members ?? [])
          await tell(final.reached, { exhibitionId, standId, personId })
      }),
  })

  serve(app, final.tell, {
    about,
    answer: ({ params: { exhibitionId }, who }) =>
      deed(who, exhibitionId, async ({ tx, tell, of, stage, finalists, at, log }) => {
        if (of.state !== 'judging' || stage === 'first') return refuse('final-shut')
        const teams = await teamsInHall(tx, exhibitionId)
        if (teams.filter(({ id }) => finalists.has(id)).length < finalistsFewest) return refuse('final-few')
        const news = await tidingsOf(tx, exhibitionId, finalists)
        for (const { standId, news: what } of news) {
          await setTold(tx, { exhibitionId, standId, reached: what === 'reached', at })
          for (const { id: personId } of teams.find(({ id }) => id === standId)?.members ?? [])
            await tell(final[what], { exhibitionId, standId, personId })
        }
        if (news.length > 0) await log('announced')
      }),
  })
}

/** What teams have to be told; none: they know. */
const tidingsOf = async (db: DbOrTx, exhibitionId: string, finalists: ReadonlySet<string>) => {
  const ids = (await teamsInHall(db, exhibitionId)).map(({ id }) => id)
  return tidings(ids, finalists, await toldOf(db, ids))
}

type Now = Awaited<ReturnType<typeof readNow>>

/** What the first round came to, in front of whoever chooses. Who judges too is not shown it before the final is judged. */
const readNow = async (db: DbOrTx, exhibitionId: string, personId: string) => {
  const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const plan = of.plan.final ?? refuse('final-none')
  const { stage, finalists } = await finalNow(db, of)
  const live = await judgingOf(db, of)
  if (stoodAt(of) === 'judging' && live.judges.some((one) => one.personId === personId && !one.ended)) return refuse('result-judging')
  return { of, plan, stage, finalists, live, stands: live.computed.stands }
}

const lookAt = async (db: DbOrTx, exhibitionId: string, personId: string): Promise<Final> => {
  const { of, plan, stage, finalists, live, stands } = await readNow(db, exhibitionId, personId)
  const isOpen = of.state === 'judging'
  const told = await toldOf(db, [...finalists])
  const chosen = await finalistsOf(db, exhibitionId)
  const lacking = isOpen ? (await judgingLacks(db, exhibitionId)).length : 0
  const scored = await finalIsScored(db, exhibitionId)
  const isTold = stage !== 'first' && (await tidingsOf(db, exhibitionId, finalists)).length === 0
  const { from, to } = windowOf(of.plan, rounds.final)
  return {
    ...{ exhibitionId, state: of.state, stage, plan, from, to, lacking },
    // What was said of a stand is read beside its results.
    stands: stage === 'first' ? [] : roundShown(live, { words: new Map(), through: new Map() }, live.computed).stands,
    suggested: stage === 'choosing' ? suggestFinalists(stands, plan) : [],
    finalists: chosen.map(({ nominationId: _, at, ...one }) => ({
      ...one,
      at: at.toISOString(),
      told: told.get(one.standId) === true,
      next: isOpen && stage === 'final' ? [...successorsOf(stands, chosen, one.standId)] : [],
    })),
    told: isTold,
    may: {
      close: isOpen && stage === 'first',
      reopen: isOpen && stage === 'choosing' && ![...told.values()].some(Boolean),
      choose: isOpen && stage === 'choosing',
      begin: isOpen && stage === 'choosing',
      halt: isOpen && stage === 'final' && !scored,
      tell: isOpen && stage !== 'first' && !isTold && chosen.length >= finalistsFewest,
    },
  }
}
