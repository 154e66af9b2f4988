import { agrees } from './consent.ts'
import type { Soul } from './publication.ts'

/** Fewer than so many are known by their number alone, in a school where everybody knows everybody. */
export const fewest = 3

/**
 * How many of a school's children took part, for whoever runs the school: by name those whose guardians agree to the name on that day.
 * Null instead of a small number where one of them may not be named; nought is told.
 */
export const figureOf = (
  ids: readonly string[],
  people: ReadonlyMap<string, Soul>,
  day: string,
): { readonly count: number | null; readonly names: string[] } => {
  const each = [...new Set(ids)]
  const named = each.flatMap((id) => {
    const one = people.get(id)
    return one && agrees(one, 'name', day) ? [one.name] : []
  })
  const hides = each.length < fewest && named.length < each.length
  return { count: hides ? null : each.length, names: named.toSorted((a, b) => a.localeCompare(b)) }
}
