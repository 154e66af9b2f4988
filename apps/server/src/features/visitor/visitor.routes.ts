import type { Fact } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import { visitor, type Question } from '@sheber/contract/visitor'
import type { Tx } from '@sheber/db/open'
import type { Who } from '@sheber/domain/permission'
import { answerQuestion, approveQuestion, freeAnswer, hideQuestion, holdAnswer } from '@sheber/domain/visitor'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { thingOfStand } from '../stand/stand.thing.ts'
import { tellTeam } from './visitor.hear.ts'
import { shownQuestion, visitorsOf, visitorsOfAll } from './visitor.look.ts'
import { namesNobodyOf } from './visitor.seen.ts'
import { insertAnswer, lockQuestion, noteDecision, oneQuestion, oneStand, updateQuestion, type StoredQuestion } from './visitor.store.ts'

/** What the team and whoever answers for it do with what visitors asked. */
export const visitorRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { standId: string } }) => thingOfStand(db, params.standId)

  serve(app, visitor.ofStand, {
    about,
    answer: async ({ params, who }) => visitorsOf(services, who, (await thingOfStand(db, params.standId)) ?? refuse('not-found')),
  })

  serve(app, visitor.ofExhibition, {
    about: ({ params }) => thingOfExhibition(db, params.exhibitionId),
    answer: ({ params }) => visitorsOfAll(services, params.exhibitionId),
  })

  interface Deed {
    readonly tx: Tx
    readonly before: StoredQuestion
    readonly by: string
    readonly at: Date
    readonly members: readonly string[]
  }
  interface Named {
    readonly standId: string
    readonly questionId: string
  }
  /** One question, held until the change is done. False: there was nothing to do, and nothing is told. */
  const changing = async (
    who: Who | null,
    { standId, questionId }: Named,
    told: Fact<string, (typeof visitor)['answered']['body']>,
    work: (deed: Deed) => Promise<boolean>,
  ): Promise<Question> => {
    const me = who ?? refuse('sign-in-needed')
    const { exhibitionId, teamId, members } = (await oneStand(db, standId)) ?? refuse('not-found')
    await change(services, me.id, async (tx, tell) => {
      const { question } = (await lockQuestion(tx, standId, questionId)) ?? refuse('not-found')
      const isDone = await work({ tx, before: question, by: me.id, at: clock.now(), members })
      if (!isDone) return
      await tell(told, { standId, questionId, exhibitionId, teamId })
      const after = await oneQuestion(tx, standId, questionId)
      const isFresh = question.state !== 'approved' && after?.question.state === 'approved' && after.answer === null
      if (isFresh) await tellTeam(tx, tell, { standId, exhibitionId, teamId }, me.id)
    })
    const after = (await oneQuestion(db, standId, questionId)) ?? refuse('not-found')
    return shownQuestion(after, (await namesNobodyOf(db, members, clock.now()))(members))
  }

  type Step = 'approve' | 'hide' | 'hold' | 'free'
  type Set = Partial<Pick<StoredQuestion, 'state' | 'reason' | 'answerHidden' | 'answerReason'>>
  const moderating = (who: Who | null, params: Named, step: Step, decide: (before: StoredQuestion) => Set | null, reason = '') =>
    changing(who, params, visitor.moderated, async ({ tx, before, by, at }) => {
      const set = decide(before)
      if (!set) return false
      await updateQuestion(tx, before.id, set)
      await noteDecision(tx, { id: newId(), questionId: before.id, step, reason: reason.trim(), personId: by, at })
      return true
    })

  serve(app, visitor.approve, { about, answer: ({ params, who }) => moderating(who, params, 'approve', approveQuestion) })
  serve(app, visitor.hide, {
    about,
    answer: ({ params, body: { reason }, who }) => moderating(who, params, 'hide', (before) => hideQuestion(before, reason), reason),
  })
  serve(app, visitor.hold, {
    about,
    answer: ({ params, body: { reason }, who }) => moderating(who, params, 'hold', () => holdAnswer(reason), reason),
  })
  serve(app, visitor.free, { about, answer: ({ params, who }) => moderating(who, params, 'free', freeAnswer) })

  serve(app, visitor.answer, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params, visitor.answered, async ({ tx, before, by, at, members }) => {
        const words = answerQuestion(before, body.words)
        if (!(await namesNobodyOf(tx, members, at))(members)(words)) return refuse('visitor-names')
        await insertAnswer(tx, { id: newId(), questionId: before.id, words, personId: by, at })
        return true
      }),
  })
}
