import type { Former, FrameworkLine } from '@sheber/contract/framework'

/** A competency of a former framework. */
export interface Predecessor {
  readonly former: Former
  readonly competency: Former['competencies'][number]
}

/**
 * What a competency took the place of, the nearest first, over however many versions. One that was named its own successor, over
 * however many steps, is told once, and never of itself.
 */
export const predecessorsOf = (formers: readonly Former[]): ((id: string) => readonly Predecessor[]) => {
  const all = formers.flatMap((former) => former.competencies.map((competency): Predecessor => ({ former, competency })))
  const before = Map.groupBy(all, ({ competency }) => competency.replacedBy)
  const known = new Map<string, readonly Predecessor[]>()
  return (id) => {
    const told = known.get(id)
    if (told) return told
    const seen = new Set([id])
    const found: Predecessor[] = []
    for (let near: readonly string[] = [id]; near.length > 0;) {
      const next = near.flatMap((one) => before.get(one) ?? []).filter(({ competency }) => seen.size < seen.add(competency.id).size)
      found.push(...next)
      near = next.map(({ competency }) => competency.id)
    }
    known.set(id, found)
    return found
  }
}

/** Competencies of the framework `id` that took the place of others. */
export const heirsIn = (id: string, formers: readonly Former[]): readonly string[] => {
  const elsewhere = new Set(formers.filter((one) => one.id !== id).flatMap(({ competencies }) => competencies.map((one) => one.id)))
  return [...new Set(formers.flatMap(({ competencies }) => competencies.map(({ replacedBy }) => replacedBy)))].filter(
    (one) => !elsewhere.has(one),
  )
}

/** The last published version after a framework, or the framework itself where none is. Versions that name each other end the walk. */
export const newestOf = (id: string, lines: readonly Pick<FrameworkLine, 'id' | 'state' | 'replacedBy'>[]): string => {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const seen = new Set<string>()
  let newest = id
  for (let at = byId.get(id); at && !seen.has(at.id); at = byId.get(at.replacedBy ?? '')) {
    seen.add(at.id)
    if (at.state === 'published') newest = at.id
  }
  return newest
}
