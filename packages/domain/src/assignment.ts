import { Plan } from './assignment-plan.ts'
import { conflictsOf, type ConflictReason, type JudgeTies, type StandTies } from './conflict.ts'
import { byId, seeded, shuffled, type Seed } from './random.ts'

export { conflictReasons, conflictsOf, type ConflictReason, type JudgeTies, type StandTies } from './conflict.ts'

export interface AssignedStand extends StandTies {
  readonly id: string
  readonly nominationId: string
}

export interface AssignedJudge extends JudgeTies {
  /** Stands that this judge declared a conflict with, or skipped: never proposed again, and taken from the plan if they are in it. */
  readonly conflicts: readonly string[]
  /** Judges like the others, to learn; does not count. */
  readonly shadow: boolean
  /** Judges only these; absent or empty: all. */
  readonly nominationIds?: readonly string[]
  /** Takes nothing more; what they have counts. */
  readonly away?: boolean
}

export interface Pair {
  readonly judgeId: string
  readonly standId: string
}

export interface Asked {
  readonly stands: readonly AssignedStand[]
  readonly judges: readonly AssignedJudge[]
  /** What is given out or judged already: kept, unless there is a conflict by now, or one of the two is not here any more. */
  readonly already: readonly Pair[]
  /** How many judges that count each stand needs. */
  readonly viewsMin?: number
  readonly seed: Seed
}

/** Why a judge is no way out for a stand that lacks views. */
export type Barred = 'conflict' | ConflictReason | 'nomination' | 'away'

export interface Lack {
  readonly standId: string
  /** What it gets, and what it should get. */
  readonly views: number
  readonly wanted: number
  /** Every judge that counts and may not see it; none: there are too few judges altogether. */
  readonly barred: readonly { readonly judgeId: string; readonly why: Barred }[]
}

export interface Assignment {
  /** All that holds from now on, what was kept among it; in the order of ids. */
  readonly pairs: readonly Pair[]
  /** What is new of it. */
  readonly added: readonly Pair[]
  readonly lacks: readonly Lack[]
  /** Judges with stands of one nomination only, where the exhibition has more: their severity is hard to tell from its quality. */
  readonly unbridged: readonly string[]
  /** May every stand be compared with every other? (`twoWay`) */
  readonly connected: boolean
}

/** Usual by judging.md: fewer, and one unsteady judge decides. */
export const viewsUsual = 3

/** Exchanges that are tried to join two parts; the first few do, unless hardly anybody may see the other part. */
const swapsTried = 2_000

const barredBy = (judge: AssignedJudge, stand: AssignedStand): Barred | null => {
  if (judge.conflicts.includes(stand.id)) return 'conflict'
  const [reason] = conflictsOf(judge, stand)
  if (reason) return reason
  const of = judge.nominationIds ?? []
  if (of.length > 0 && !of.includes(stand.nominationId)) return 'nomination'
  return judge.away === true ? 'away' : null
}

/**
 * Who judges what. Every stand is seen by `viewsMin` judges that count, if so many may see it; loads differ by one at most, as far as
 * conflicts allow; every judge sees two nominations, and all of it hangs together. What is left open is decided by lot: chance is
 * what makes judges comparable. The same people, stands and seed give the same plan, in whatever order they are named.
 */
export const assign = ({ stands, judges, already, viewsMin = viewsUsual, seed }: Asked): Assignment => {
  const random = seeded(seed)
  const standOf = new Map(stands.map((stand) => [stand.id, stand]))
  const judgeOf = new Map(judges.map((judge) => [judge.id, judge]))
  const standIds = shuffled([...standOf.keys()].toSorted(byId), random)
  const judgeIds = shuffled([...judgeOf.keys()].toSorted(byId), random)
  // Asked again and again below, and dear where schools are many.
  const barred = new Map(
    [...judgeOf.values()].map((judge) => [judge.id, new Map([...standOf.values()].map((stand) => [stand.id, barredBy(judge, stand)]))]),
  )
  const plan = new Plan(
    judgeIds,
    new Map(stands.map(({ id, nominationId }) => [id, nominationId])),
    (judge, stand) => barred.get(judge)?.get(stand) === null,
  )
  for (const { judgeId, standId } of already) {
    const why = barred.get(judgeId)?.get(standId)
    if (why === null || why === 'nomination' || why === 'away') plan.keep(judgeId, standId)
  }
  const counting = judgeIds.filter((id) => judgeOf.get(id)?.shadow === false)
  const here = counting.filter((id) => judgeOf.get(id)?.away !== true)

  fill(plan, standIds, counting, viewsMin, random)
  level(plan, here)
  bridge(plan, here)
  connect(plan, standIds, counting, here)
  const shadows = judgeIds.filter((id) => !counting.includes(id) && judgeOf.get(id)?.away !== true)
  follow(plan, standIds, shadows, here)

  const lacks = [...standOf.keys()].toSorted(byId).flatMap((standId): Lack[] => {
    const views = counting.filter((judge) => plan.has(judge, standId)).length
    if (views >= viewsMin) return []
    const why = counting.toSorted(byId).flatMap((judgeId) => {
      const reason = barred.get(judgeId)?.get(standId)
      return reason && !plan.has(judgeId, standId) ? [{ judgeId, why: reason }] : []
    })
    return [{ standId, views, wanted: viewsMin, barred: why }]
  })
  const hasSeveral = new Set(stands.map(({ nominationId }) => nominationId)).size > 1
  return {
    pairs: plan.pairs(),
    added: plan.pairs(true),
    lacks,
    unbridged: hasSeveral ? counting.filter((judge) => plan.load(judge) > 0 && plan.nominations(judge) < 2).toSorted(byId) : [],
    connected: plan.parts(counting).length <= 1,
  }
}

/**
 * As a final is judged: all see all, as far as conflicts and nominations allow. What lacks is told by the views that were promised.
 */
export const assignAll = (asked: Asked): Assignment => {
  const { viewsMin = viewsUsual, judges } = asked
  const plan = assign({ ...asked, viewsMin: Math.max(viewsMin, judges.filter(({ shadow }) => !shadow).length) })
  return { ...plan, lacks: plan.lacks.filter(({ views }) => views < viewsMin).map((lack) => ({ ...lack, wanted: viewsMin })) }
}

/** Whoever has least comes first; of equals, whoever did before. */
const byLoad = (plan: Plan, judges: readonly string[]) => judges.toSorted((a, b) => plan.load(a) - plan.load(b))

/**
 * Stands with few judges to choose from choose first. Lots are drawn anew for each: were equals always taken in the same order, the
 * same three would judge together all day, and nobody could tell how strict they are.
 */
const fill = (plan: Plan, standIds: readonly string[], judges: readonly string[], viewsMin: number, random: () => number) => {
  const wants = standIds.map((stand) => {
    const open = judges.filter((judge) => plan.mayTake(judge, stand))
    const views = judges.filter((judge) => plan.has(judge, stand)).length
    const wanted = Math.max(0, Math.min(viewsMin - views, open.length))
    return { stand, open, wanted, spare: open.length - wanted }
  })
  for (const { stand, open, wanted } of wants.toSorted((a, b) => a.spare - b.spare))
    for (const judge of byLoad(plan, shuffled(open, random)).slice(0, wanted)) plan.give(judge, stand)
}

/**
 * As long as somebody can hand a stand on, over others if need be, to one who has at least two fewer: then no plan with the same
 * views is more even. (Harvey and others, "Semi-matchings for bipartite graphs and load balancing", 2003.)
 *
 *   a (5) —s→ b (4) —t→ c (3)      a 4, b 4, c 4
 */
const level = (plan: Plan, judges: readonly string[]) => {
  const handOn = (from: string): boolean => {
    const came = new Map<string, { readonly by: string; readonly stand: string }>()
    const queue = [from]
    for (const judge of queue)
      for (const stand of plan.movable(judge))
        for (const next of judges) {
          if (next === from || came.has(next) || !plan.mayTake(next, stand)) continue
          came.set(next, { by: judge, stand })
          queue.push(next)
          if (plan.load(next) > plan.load(from) - 2) continue
          for (let at = next; at !== from;) {
            const { by, stand } = came.get(at) ?? { by: from, stand: '' }
            plan.move(stand, by, at)
            at = by
          }
          return true
        }
    return false
  }
  // Whoever cannot hand on now may be able to after somebody else has.
  const least = () => Math.min(...judges.map((judge) => plan.load(judge)))
  const burdened = () => byLoad(plan, judges).filter((judge) => plan.load(judge) > least() + 1)
  while (burdened().toReversed().some(handOn));
}

/** All exchanges of one stand between two judges that both may make. Loads and views stay as they are. */
function* exchanges(plan: Plan, some: readonly string[], others: readonly string[]) {
  for (const judge of some)
    for (const mine of plan.movable(judge))
      for (const other of others) {
        if (other === judge || !plan.mayTake(other, mine)) continue
        for (const theirs of plan.movable(other)) if (plan.mayTake(judge, theirs)) yield { judge, mine, other, theirs }
      }
}

type Exchange = { readonly judge: string; readonly mine: string; readonly other: string; readonly theirs: string }

const exchange = (plan: Plan, { judge, mine, other, theirs }: Exchange) => {
  plan.move(mine, judge, other)
  plan.move(theirs, other, judge)
}
const back = ({ judge, mine, other, theirs }: Exchange): Exchange => ({ judge, mine: theirs, other, theirs: mine })

/** Whether both judges of an exchange see two nominations, as far as they did before. */
const bridges = (plan: Plan, judges: readonly string[]) => judges.filter((judge) => plan.nominations(judge) > 1).length

/** Whoever has several stands of one nomination exchanges one of them, with somebody who can spare another. */
const bridge = (plan: Plan, judges: readonly string[]) => {
  for (const judge of judges) {
    if (plan.load(judge) < 2 || plan.nominations(judge) > 1) continue
    for (const one of exchanges(plan, [judge], judges)) {
      const before = bridges(plan, [judge, one.other])
      exchange(plan, one)
      if (bridges(plan, [judge, one.other]) > before) break
      exchange(plan, back(one))
    }
  }
}

/** Parts that nobody connects exchange stands, until they hang together; where none can, somebody with little to do sees one more. */
const connect = (plan: Plan, standIds: readonly string[], counting: readonly string[], here: readonly string[]) => {
  const isJoined = (parts: number, judges: readonly string[]): boolean => {
    const [first = []] = plan.parts(counting)
    const inside = judges.filter((judge) => first.includes(judge))
    const outside = judges.filter((judge) => !first.includes(judge) && plan.load(judge) > 0)
    let tried = 0
    for (const one of exchanges(plan, inside, outside)) {
      if ((tried += 1) > swapsTried) return false
      const before = bridges(plan, [one.judge, one.other])
      exchange(plan, one)
      if (bridges(plan, [one.judge, one.other]) >= before && plan.parts(counting).length < parts) return true
      exchange(plan, back(one))
    }
    for (const judge of byLoad(plan, judges)) {
      if (plan.load(judge) === 0) continue
      const own = plan.parts(counting).find((part) => part.includes(judge)) ?? []
      const stand = standIds.find(
        (stand) =>
          plan.mayTake(judge, stand) && !own.some((one) => plan.has(one, stand)) && counting.some((other) => plan.has(other, stand)),
      )
      if (stand === undefined) continue
      plan.give(judge, stand)
      return true
    }
    return false
  }
  for (let parts = plan.parts(counting).length; parts > 1 && isJoined(parts, here); parts = plan.parts(counting).length);
}

/** Who judges without counting has as much to do as the others, with stands that few such judges see, of several nominations. */
const follow = (plan: Plan, standIds: readonly string[], shadows: readonly string[], here: readonly string[]) => {
  const loads = here.map((judge) => plan.load(judge))
  const usual = loads.length > 0 ? Math.floor(loads.reduce((sum, load) => sum + load, 0) / loads.length) : 0
  const seen = (stand: string) => shadows.filter((judge) => plan.has(judge, stand)).length
  for (const judge of shadows)
    while (plan.load(judge) < usual) {
      const open = standIds.filter((stand) => plan.mayTake(judge, stand)).toSorted((a, b) => seen(a) - seen(b))
      const next = (plan.nominations(judge) === 1 ? open.find((stand) => plan.broadens(judge, stand)) : undefined) ?? open[0]
      if (next === undefined) break
      plan.give(judge, next)
    }
}
