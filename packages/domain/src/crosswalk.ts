import type { Accepted, ShownEvidence } from '@sheber/contract/evidence'
import type { Competency, Crosswalk, Draft, LinkKind } from '@sheber/contract/framework'
import type { MapArea, MapRow } from './map.ts'

/** What may be shown of a framework, without the areas that hold it. */
const leavesOf = ({ competencies }: Pick<Draft, 'competencies'>) => {
  const areas = new Set(competencies.map(({ parentId }) => parentId))
  return competencies.filter(({ id, retired }) => !retired && !areas.has(id))
}

/** In the order of the framework, with the areas they stand in. */
const inAreas = <T extends { readonly competency: Competency }>({ competencies }: Pick<Draft, 'competencies'>, rows: readonly T[]) => {
  const byId = new Map(competencies.map((one) => [one.id, one]))
  return [...Map.groupBy(rows, ({ competency }) => competency.parentId)].map(([parentId, inside]) => ({
    area: (parentId !== null && byId.get(parentId)) || null,
    rows: inside,
  }))
}

export interface Counterpart {
  readonly competency: Competency
  readonly kind: LinkKind
  /** False: it is said from the counterpart's side. */
  readonly forth: boolean
}

export interface BesideRow {
  readonly competency: Competency
  /** None: a gap. */
  readonly counterparts: readonly Counterpart[]
}

export interface Beside {
  readonly areas: readonly { readonly area: Competency | null; readonly rows: readonly BesideRow[] }[]
  readonly gaps: number
  readonly all: number
}

type Links = Crosswalk['links']

/** How near two things are that are linked so, the nearest first. */
const nearness: readonly LinkKind[] = ['exactMatchOf', 'isPeerOf', 'isPartOf', 'isRelatedTo', 'precedes']

/** Each goal once, by its nearest link, and the nearest goals first; of equally near ones the order stays. */
export const nearestFirst = <G extends { readonly id: string; readonly kind: LinkKind }>(goals: readonly G[]): G[] => {
  const sorted = goals.toSorted((a, b) => nearness.indexOf(a.kind) - nearness.indexOf(b.kind))
  return sorted.filter(({ id }, at) => sorted.findIndex((one) => one.id === id) === at)
}

/** The same links, looked at from the other framework. */
export const turned = (links: Links): Links =>
  links.map(({ here, there, kind, fromHere }) => ({ here: there, there: here, kind, fromHere: !fromHere }))

/** All that one framework asks for, each with what corresponds to it in the other. A link that both of them say is told once. */
export const besideOf = (here: Pick<Draft, 'competencies'>, there: Pick<Draft, 'competencies'>, links: Links): Beside => {
  const others = new Map(there.competencies.map((one) => [one.id, one]))
  const of = Map.groupBy(links, (one) => one.here)
  const rows = leavesOf(here).map((competency): BesideRow => {
    const told = new Map<string, Counterpart>()
    for (const { there: id, kind, fromHere } of of.get(competency.id) ?? []) {
      const other = others.get(id)
      // Of kinds that read alike from both sides one is enough; "part of" and "comes before" are two sentences.
      const sense = kind === 'isPartOf' || kind === 'precedes' ? `${kind} ${fromHere}` : kind
      if (other && !other.retired) told.set(`${id} ${sense}`, { competency: other, kind, forth: fromHere })
    }
    return { competency, counterparts: [...told.values()] }
  })
  return { areas: inAreas(here, rows), gaps: rows.filter(({ counterparts }) => counterparts.length === 0).length, all: rows.length }
}

type Row = MapRow<ShownEvidence>

export interface GoalRow {
  readonly competency: Competency
  /** Rows of the map that are linked to it, in the map's order. */
  readonly through: readonly Row[]
  /** The school has taken evidence for this very goal. */
  readonly accepted: readonly Accepted[]
  /** Something that is linked to it is confirmed. */
  readonly shown: boolean
}

/**
 * The same evidence by the goals of another framework. Nothing is counted anew: each goal tells which competencies are linked to it,
 * and where the person stands in those. A goal to which none leads is named all the same.
 */
export const goalsOf = (
  goals: Pick<Draft, 'competencies'>,
  links: Links,
  map: readonly MapArea<ShownEvidence>[],
): { readonly area: Competency | null; readonly rows: readonly GoalRow[] }[] => {
  const all = map.flatMap(({ rows }) => rows)
  const of = Map.groupBy(links, ({ there }) => there)
  const rows = leavesOf(goals).map((competency): GoalRow => {
    const linked = new Set((of.get(competency.id) ?? []).map(({ here }) => here))
    const through = all.filter((row) => linked.has(row.competency.id))
    const accepted = through
      .flatMap(({ evidence }) => evidence.flatMap((one) => one.accepted))
      .filter(({ goal }) => goal !== null && goal.id === competency.id)
    return { competency, through, accepted, shown: through.some(({ shown }) => shown !== null) }
  })
  return inAreas(goals, rows)
}
