import type { QuestionState } from '@sheber/contract/visitor'
import type { Db } from '@sheber/db/open'
import { visitorQuestion } from '@sheber/db/schema'
import { idOf } from '../people.ts'

interface AskedQuestion {
  readonly standId: string
  readonly words?: string
  readonly state?: QuestionState
}

let asked = 0

/** A visitor has asked something. Returns the question's id. */
export const seedQuestion = async (
  db: Db,
  now: Date,
  { standId, words = 'Неше килограмм көтереді?', state = 'waiting' }: AskedQuestion,
): Promise<string> => {
  const id = idOf(`question ${++asked} ${standId}`)
  await db.insert(visitorQuestion).values({ id, standId, device: `device ${asked}`, words, state, at: now })
  return id
}
