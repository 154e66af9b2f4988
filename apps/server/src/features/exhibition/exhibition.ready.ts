import type { ExhibitionState } from '@sheber/contract/exhibition'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { isJudgeable, isReady } from '@sheber/domain/exhibition'
import { finalNow } from '../final/final.thing.ts'
import { judgingLacks } from '../judge/judge.lacks.ts'
import { isUnentered, undecidedOf, type StoredExhibition } from './exhibition.store.ts'

/** What has to be true before a step is taken; refuses where it is not. Asked inside the transaction of the step. */
interface Ready {
  readonly from: ExhibitionState
  readonly to: ExhibitionState
  readonly check: (tx: Tx, of: StoredExhibition) => void | Promise<void>
}

/** One list, so that whoever keeps a door along the road is found here. */
const doors: readonly Ready[] = [
  {
    from: 'draft',
    to: 'call',
    check: (_, { plan }) => {
      if (!isReady(plan)) refuse('exhibition-unready')
    },
  },
  {
    from: 'draft',
    to: 'removed',
    check: async (tx, { id }) => {
      if (!(await isUnentered(tx, id))) refuse('exhibition-begun')
    },
  },
  {
    from: 'moderation',
    to: 'hall',
    check: async (tx, { id }) => {
      if ((await undecidedOf(tx, id)) > 0) refuse('entries-undecided')
    },
  },
  {
    from: 'hall',
    to: 'judging',
    check: (_, { plan }) => {
      if (!isJudgeable(plan)) refuse('rubric-none')
    },
  },
  {
    from: 'judging',
    to: 'deliberation',
    check: async (tx, { id, plan }) => {
      if (plan.final && (await finalNow(tx, { id, plan })).stage !== 'final') refuse('final-unheld')
      const { length: n } = await judgingLacks(tx, id)
      if (n > 0) refuse('judging-unfinished', { n })
    },
  },
]

export const checkReady = async (tx: Tx, of: StoredExhibition, to: ExhibitionState): Promise<void> => {
  for (const door of doors) if (door.from === of.state && door.to === to) await door.check(tx, of)
}
