import { reactionKinds } from '@sheber/contract/plain'
import { visitor } from '@sheber/contract/visitor'
import type { Tx } from '@sheber/db/open'
import type { exhibition } from '@sheber/db/schema'
import { visitorAnswer, visitorDecision, visitorLook, visitorQuestion, visitorReaction, visitorVote } from '@sheber/db/schema'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { tellReaders } from '../visitor/visitor.hear.ts'
import type { Put } from './demo-fill-stands.ts'
import { visits, type DemoVisits } from './demo-visitors.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Each of an invented device of its own: no cookie leads to it. */
const deviceOf = (word: string, what: string, n: number) => `demo ${word} ${what} ${n}`

/** Looks, reactions, votes and questions at the stands of a hall that is open: from its opening until an hour ago. */
export const fillVisitors = async (
  tx: Tx,
  tell: Tell,
  { newId, clock }: Pick<Services, 'newId' | 'clock'>,
  people: ReadonlyMap<string, string>,
  of: typeof exhibition.$inferSelect,
  put: readonly Put[],
): Promise<void> => {
  const from = Date.parse(of.plan.windows.hallFrom)
  const until = Math.max(from, clock.now().getTime() - 60 * minuteMs)
  const at = (part: number) => new Date(from + (until - from) * part)
  const all = put.flatMap((stand) => {
    const left: DemoVisits | undefined = visits[stand.one.stand.word]
    return left ? [{ stand, left, word: stand.one.stand.word }] : []
  })
  if (all.length === 0) return

  await tx.insert(visitorLook).values(
    all.flatMap(({ stand: { standId }, left }) =>
      left.looks.flatMap((looks, n) => {
        const day = from + n * dayMs
        return day > until ? [] : [{ standId, looks, day: dayThere(new Date(day).toISOString()) }]
      }),
    ),
  )
  await tx.insert(visitorReaction).values(
    all.flatMap(({ stand: { standId }, left, word }) =>
      reactionKinds.flatMap((kind) =>
        Array.from({ length: left.reactions[kind] }, (_, n) => ({
          ...{ standId, kind, device: deviceOf(word, kind, n), at: at((n + 1) / (left.reactions[kind] + 1)) },
        })),
      ),
    ),
  )
  await tx.insert(visitorVote).values(
    all.flatMap(({ stand: { standId }, left, word }) =>
      Array.from({ length: left.votes }, (_, n) => ({
        ...{ exhibitionId: of.id, standId, device: deviceOf(word, 'vote', n), at: at((n + 1) / (left.votes + 1)) },
      })),
    ),
  )
  for (const { stand, left, word } of all) await ask(tx, tell, { newId, people, of, stand, left, word, at })
}

interface Asking {
  readonly newId: Services['newId']
  readonly people: ReadonlyMap<string, string>
  readonly of: typeof exhibition.$inferSelect
  readonly stand: Put
  readonly left: DemoVisits
  readonly word: string
  readonly at: (part: number) => Date
}

/** Asked by somebody, read by the team’s teacher, answered by one of the team. */
const ask = async (tx: Tx, tell: Tell, { newId, people, of, stand, left, word, at }: Asking): Promise<void> => {
  const { standId, teamId, one } = stand
  const [child] = Object.keys(one.stand.parts)
  const adult = one.members.at(-1)
  const idOf = (name: string | undefined) => people.get(name ?? '') ?? (people.get('Ботагөз Е.') as string)
  for (const [n, { words, answer, waits = false }] of left.questions.entries()) {
    const id = newId()
    const asked = at((n + 0.2) / (left.questions.length + 0.4))
    const later = (minutes: number) => new Date(asked.getTime() + minutes * minuteMs)
    const state = waits ? ('waiting' as const) : ('approved' as const)
    await tx.insert(visitorQuestion).values({ id, standId, device: deviceOf(word, 'question', n), words, state, at: asked })
    if (waits) {
      await tell(visitor.asked, { standId, questionId: id, exhibitionId: of.id, teamId })
      await tellReaders(tx, tell, { standId, exhibitionId: of.id, teamId })
      continue
    }
    await tx.insert(visitorDecision).values({ id: newId(), questionId: id, step: 'approve', personId: idOf(adult), at: later(12) })
    if (answer === null) continue
    await tx.insert(visitorAnswer).values({ id: newId(), questionId: id, words: answer, personId: idOf(child), at: later(31) })
  }
}
