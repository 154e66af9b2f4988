import type { Switches } from '@sheber/contract/exhibition'
import type { Reactions } from '@sheber/contract/visitor'
import { visitorsDo } from '@sheber/domain/visitor'
import { createHash } from 'node:crypto'
import type { Tail } from '../../facts/tail.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { namesNobodyOf } from './visitor.seen.ts'
import { noReactions, questionsOf, reactionsOf, standsIn } from './visitor.store.ts'

/** What the world is shown of a stand's visitors. Of votes it holds nothing. */
export interface PublicVisitors {
  /** What they may do now. */
  readonly may: Readonly<Switches>
  /** What is shown of what they did: nothing of what the organisers turned off. */
  readonly on: Readonly<Switches>
  /** ISO 8601: until then. */
  readonly closesAt: string
  readonly reactions: Reactions
  /** Approved, the newest first; under no name. */
  readonly questions: readonly { readonly words: string; readonly answer: string | null }[]
  /** Changes with anything of it. */
  readonly stamp: string
}

export interface OpenVisitors {
  of(exhibitionId: string, standId: string): Promise<PublicVisitors | null>
}

const heldMs = 3_000
const heldMax = 30
/** Of one exhibition. */
const questionsMax = 5_000
const matters = /^(consent|exhibition|stand|person)\./

const load = async ({ db, clock }: Pick<Services, 'db' | 'clock'>, exhibitionId: string): Promise<Map<string, PublicVisitors>> => {
  const now = clock.now()
  const of = await exhibitionNow(db, exhibitionId)
  if (!of) return new Map()
  const on = of.plan.visitors
  const stands = await standsIn(db, exhibitionId)
  const ids = stands.map(({ id }) => id)
  const [reactions, asked] = await Promise.all([reactionsOf(db, ids), questionsOf(db, ids, { state: 'approved', max: questionsMax })])
  const byStand = Map.groupBy(asked, ({ question }) => question.standId)
  const naming = await namesNobodyOf(
    db,
    stands.flatMap(({ id, members }) => (byStand.has(id) ? members : [])),
    now,
  )
  return new Map(
    stands.map(({ id, members }) => {
      const namesNobody = naming(members)
      const shown = {
        may: visitorsDo(of.plan, of.state, now),
        on,
        closesAt: of.plan.windows.resultsAt,
        reactions: on.react ? (reactions.get(id) ?? noReactions) : noReactions,
        questions: (on.ask ? (byStand.get(id) ?? []) : []).flatMap(({ question, answer }) => {
          if (!namesNobody(question.words)) return []
          const isShown = answer !== null && !question.answerHidden && namesNobody(answer.words)
          return [{ words: question.words, answer: isShown ? answer.words : null }]
        }),
      }
      const stamp = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)
      return [id, { ...shown, stamp }]
    }),
  )
}

/** Held for some seconds for all who look; what is approved, answered or taken back is seen as soon as its fact is told. */
export const openVisitors = (services: Pick<Services, 'db' | 'clock'>, tail: Pick<Tail, 'listen'>): OpenVisitors => {
  const held = new Map<string, { at: number; what: Promise<Map<string, PublicVisitors>> }>()
  tail.listen(({ name, body }) => {
    if (name === 'visitor.asked') return
    if (name === 'visitor.answered' || name === 'visitor.moderated') held.delete(body.exhibitionId)
    else if (matters.test(name)) held.clear()
  })
  return {
    of: async (exhibitionId, standId) => {
      const at = services.clock.now().getTime()
      let known = held.get(exhibitionId)
      if (!known || at - known.at >= heldMs) {
        const what = load(services, exhibitionId)
        held.delete(exhibitionId)
        held.set(exhibitionId, (known = { at, what }))
        what.catch(() => held.get(exhibitionId)?.what === what && held.delete(exhibitionId))
        const [oldest] = held.keys()
        if (held.size > heldMax && oldest !== undefined) held.delete(oldest)
      }
      return (await known.what).get(standId) ?? null
    },
  }
}
