import type { ExhibitionState, Plan, Switches } from '@sheber/contract/exhibition'
import type { Reactions } from '@sheber/contract/visitor'
import { visitorsDo } from '@sheber/domain/visitor'
import { createHash } from 'node:crypto'
import type { Tail } from '../../facts/tail.ts'
import { openHeld } from '../../held.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { namesNobodyOf } from './visitor.seen.ts'
import { noReactions, questionsOf, reactedSince, reactionsOf, standsIn } from './visitor.store.ts'

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

type Said = Pick<PublicVisitors, 'reactions' | 'questions' | 'stamp'>

interface Around {
  /** When all of it was read; and when it was last asked what has changed. */
  readonly wholeAt: number
  readonly readAt: number
  readonly plan: Plan
  readonly state: ExhibitionState
  /** Those in the hall with who was of their team. */
  readonly members: ReadonlyMap<string, readonly string[]>
  readonly said: ReadonlyMap<string, Said>
}

const heldMsMax = 3_000
const heldMax = 30
/** How long only what has changed is read again: nobody's clock is trusted for longer. */
const wholeMsMax = 60_000
/** So long a reaction may be on its way into its row. */
const lateMsMax = 10_000
/** Of one exhibition. */
const questionsMax = 5_000
/** Of what is told once more to each whom it concerns, the first telling is enough. */
const matters = /^(consent|exhibition(?=\.(opened|changed|replanned))|stand(?!\.(reminded|offered|welcomed|answered|dropped))|person)\./

const bits = ({ react, ask, vote }: Readonly<Switches>) => [react, ask, vote].map(Number).join('')

const saidAt = async (
  { db }: Pick<Services, 'db'>,
  members: Around['members'],
  ids: readonly string[],
  now: Date,
): Promise<(readonly [string, Said])[]> => {
  const [reactions, asked] = await Promise.all([reactionsOf(db, ids), questionsOf(db, ids, { state: 'approved', max: questionsMax })])
  const byStand = Map.groupBy(asked, ({ question }) => question.standId)
  const naming = await namesNobodyOf(
    db,
    [...byStand.keys()].flatMap((id) => members.get(id) ?? []),
    now,
  )
  return ids.map((id) => {
    const namesNobody = naming(members.get(id) ?? [])
    const shown = {
      reactions: reactions.get(id) ?? noReactions,
      questions: (byStand.get(id) ?? []).flatMap(({ question, answer }) => {
        if (!namesNobody(question.words)) return []
        const isShown = answer !== null && !question.answerHidden && namesNobody(answer.words)
        return [{ words: question.words, answer: isShown ? answer.words : null }]
      }),
    }
    const stamp = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)
    return [id, { ...shown, stamp }]
  })
}

const readWhole = async (services: Pick<Services, 'db' | 'clock'>, exhibitionId: string): Promise<Around | null> => {
  const now = services.clock.now()
  const of = await exhibitionNow(services.db, exhibitionId)
  if (!of) return null
  const members = new Map((await standsIn(services.db, exhibitionId)).map((one) => [one.id, one.members]))
  const said = new Map(await saidAt(services, members, [...members.keys()], now))
  return { wholeAt: now.getTime(), readAt: now.getTime(), plan: of.plan, state: of.state, members, said }
}

/**
 * Held for some seconds for all who look; what is approved, answered or taken back is seen as soon as its fact is told.
 * Reactions tell none: of all stands those are read again that were reacted to since.
 */
export const openVisitors = (services: Pick<Services, 'db' | 'clock'>, tail: Pick<Tail, 'listen' | 'settled'>): OpenVisitors => {
  const { db, clock } = services
  const held = openHeld<Around | null>({ clock, msMax: heldMsMax, max: heldMax }, tail)
  /** Stands of which a fact told since they were read. */
  const told = new Map<string, Set<string>>()
  tail.listen(({ name, body }) => {
    if (name === 'visitor.asked') return
    if (name === 'visitor.answered' || name === 'visitor.moderated') {
      told.set(body.exhibitionId, (told.get(body.exhibitionId) ?? new Set()).add(body.standId))
      held.age(body.exhibitionId)
    } else if (matters.test(name)) {
      const exhibitionId = 'exhibitionId' in body ? body.exhibitionId : undefined
      if (exhibitionId === undefined) told.clear()
      else told.delete(exhibitionId)
      held.forget(exhibitionId)
    }
  })

  const readAgain = async (exhibitionId: string, before: Around | null): Promise<Around | null> => {
    const now = clock.now()
    const changed = told.get(exhibitionId) ?? new Set()
    told.delete(exhibitionId)
    if (!before || now.getTime() - before.wholeAt >= wholeMsMax) return readWhole(services, exhibitionId)
    const { members } = before
    const reacted = await reactedSince(db, new Date(before.readAt - lateMsMax))
    const ids = [...new Set([...changed, ...reacted])].filter((id) => members.has(id))
    const readAt = now.getTime()
    if (ids.length === 0) return { ...before, readAt }
    return { ...before, readAt, said: new Map([...before.said, ...(await saidAt(services, members, ids, now))]) }
  }

  return {
    of: async (exhibitionId, standId) => {
      const around = await held.of(exhibitionId, (before) => readAgain(exhibitionId, before))
      const said = around?.said.get(standId)
      if (!around || !said) return null
      const { plan, state } = around
      const on = plan.visitors
      const may = visitorsDo(plan, state, clock.now())
      return {
        may,
        on,
        closesAt: plan.windows.resultsAt,
        reactions: on.react ? said.reactions : noReactions,
        questions: on.ask ? said.questions : [],
        stamp: `${said.stamp}${bits(may)}${bits(on)}`,
      }
    },
  }
}
