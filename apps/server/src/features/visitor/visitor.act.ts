import type { Switches } from '@sheber/contract/exhibition'
import { reactionKinds } from '@sheber/contract/plain'
import { refuse } from '@sheber/contract/refusal'
import { visitor } from '@sheber/contract/visitor'
import type { Tx } from '@sheber/db/open'
import { cleanQuestion, visitorDoes, visitorLimits } from '@sheber/domain/visitor'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { standShown } from '../stand/stand.shown.ts'
import { tellReaders } from './visitor.hear.ts'
import { insertQuestion, putReaction, putVote, standForVisitor, waitingAt } from './visitor.store.ts'

export interface AtStand {
  readonly exhibitionId: string
  readonly standId: string
  readonly device: string
}

/** What a device does at a stand. The page it came from may be some seconds old, so everything is asked once more. */
export const visitorActs = (services: Services) => {
  const { db, clock, newId } = services

  const standing = async (tx: Tx, deed: keyof Switches, { standId, exhibitionId }: AtStand, now: Date) => {
    const found = await standForVisitor(tx, standId)
    if (!found || found.exhibitionId !== exhibitionId || !found.admitted) return refuse('visitor-closed')
    visitorDoes(deed, found.plan, found.state, now)
    if (!(await standShown(tx, standId, now))?.open) return refuse('visitor-closed')
    return found
  }

  return {
    react: async (of: AtStand, asked: string | null) => {
      const kind = reactionKinds.find((one) => one === asked) ?? refuse('input')
      const at = clock.now()
      // No fact: thousands of them would keep everybody else's waiting.
      await db.transaction(async (tx) => {
        await standing(tx, 'react', of, at)
        await putReaction(tx, { standId: of.standId, device: of.device, kind, at })
      })
    },
    vote: async ({ exhibitionId, standId, device }: AtStand) => {
      const at = clock.now()
      await db.transaction(async (tx) => {
        await standing(tx, 'vote', { exhibitionId, standId, device }, at)
        await putVote(tx, { exhibitionId, standId, device, at })
      })
    },
    ask: async (of: AtStand, asked: string) => {
      const words = cleanQuestion(asked)
      const at = clock.now()
      const { standId, device, exhibitionId } = of
      await change(services, null, async (tx, tell) => {
        const { teamId } = await standing(tx, 'ask', of, at)
        if ((await waitingAt(tx, standId)) >= visitorLimits.waitingMax) return refuse('visitor-full')
        const id = newId()
        if (!(await insertQuestion(tx, { id, standId, device, words, at }))) return
        await tell(visitor.asked, { standId, questionId: id, exhibitionId, teamId })
        await tellReaders(tx, tell, { standId, exhibitionId, teamId })
      })
    },
  }
}
