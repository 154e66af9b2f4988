import type { Switches } from '@sheber/contract/exhibition'
import type { AllVisitors, Question, Visitors } from '@sheber/contract/visitor'
import { refuse } from '@sheber/contract/refusal'
import { showsResults } from '@sheber/domain/exhibition'
import { may, type OfStand, type Who } from '@sheber/domain/permission'
import { visitorsDo } from '@sheber/domain/visitor'
import type { Services } from '../../services.ts'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { namesNobodyOf, type NamesNobody } from './visitor.seen.ts'
import {
  askedOf,
  crowdsOf,
  looksOf,
  noReactions,
  oneStand,
  questionsOf,
  reactionsOf,
  standsIn,
  votesIn,
  waitingAt,
  type AskedAndAnswered,
} from './visitor.store.ts'

/** So many are read at once by whoever moderates. */
const questionsMax = 300

const isOpen = ({ react, ask, vote }: Switches) => react || ask || vote

type Around = Pick<Services, 'db' | 'clock'>

export const shownQuestion = ({ question, answer }: AskedAndAnswered, namesNobody: NamesNobody): Question => ({
  ...{ id: question.id, standId: question.standId, words: question.words, state: question.state, reason: question.reason },
  at: question.at.toISOString(),
  waits: !namesNobody(question.words),
  answer: answer && {
    ...{ words: answer.words, by: answer.by, at: answer.at.toISOString() },
    ...{ hidden: question.answerHidden, reason: question.answerReason, waits: !namesNobody(answer.words) },
  },
})

/** What visitors did at a stand. A child of the team is shown no question that an adult has not read. */
export const visitorsOf = async ({ db, clock }: Around, who: Who | null, thing: OfStand): Promise<Visitors> => {
  const now = clock.now()
  const { plan, state, members } = (await oneStand(db, thing.id)) ?? refuse('not-found')
  const moderate = may(who, 'visitor.approve', thing)
  const asked = { max: questionsMax, ...(!moderate && { state: 'approved' as const }) }
  const [questions, reactions, looks, waiting, naming] = await Promise.all([
    questionsOf(db, [thing.id], asked),
    reactionsOf(db, [thing.id]),
    looksOf(db, [thing.id], dayThere(now.toISOString())),
    waitingAt(db, thing.id),
    namesNobodyOf(db, members, now),
  ])
  const namesNobody = naming(members)
  return {
    standId: thing.id,
    open: isOpen(visitorsDo(plan, state, now)),
    on: plan.visitors,
    looks: looks.get(thing.id) ?? { today: 0, all: 0 },
    reactions: reactions.get(thing.id) ?? noReactions,
    waiting,
    questions: questions.map((one) => shownQuestion(one, namesNobody)),
    may: { moderate, answer: may(who, 'visitor.answer', thing) },
  }
}

/** … and in a whole exhibition. How the audience's votes stand is told to nobody before the hour of the results. */
export const visitorsOfAll = async ({ db, clock }: Around, exhibitionId: string): Promise<AllVisitors> => {
  const now = clock.now()
  const { plan, state } = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const stands = await standsIn(db, exhibitionId)
  const ids = stands.map(({ id }) => id)
  const [waiting, others, reactions, looks, asked, votes, crowds] = await Promise.all([
    questionsOf(db, ids, { state: 'waiting', max: questionsMax }),
    questionsOf(db, ids, { max: questionsMax }),
    reactionsOf(db, ids),
    looksOf(db, ids, ''),
    askedOf(db, ids),
    votesIn(db, exhibitionId),
    crowdsOf(db, exhibitionId),
  ])
  const questions = [...waiting.toReversed(), ...others.filter(({ question }) => question.state !== 'waiting')]
  const naming = await namesNobodyOf(
    db,
    stands.flatMap(({ members }) => members),
    now,
  )
  const namesNobody = new Map(stands.map(({ id, members }) => [id, naming(members)]))
  const isOut = showsResults(plan, state, now)
  return {
    open: isOpen(visitorsDo(plan, state, now)),
    on: plan.visitors,
    votes: [...votes.values()].reduce((sum, n) => sum + n, 0),
    crowds: crowds.map((at) => at.toISOString()),
    closesAt: plan.windows.resultsAt,
    stands: stands.map(({ id, number, title }) => {
      const { like, wow, idea } = reactions.get(id) ?? noReactions
      return {
        ...{ id, number, title, looks: looks.get(id)?.all ?? 0, reactions: like + wow + idea },
        ...(asked.get(id) ?? { asked: 0, waiting: 0 }),
        votes: isOut ? (votes.get(id) ?? 0) : null,
      }
    }),
    questions: questions.map((one) => shownQuestion(one, namesNobody.get(one.question.standId) ?? (() => false))),
  }
}
