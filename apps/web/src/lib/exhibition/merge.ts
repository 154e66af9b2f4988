import type { Plan } from '@sheber/contract/exhibition'

export interface Merged {
  readonly plan: Plan
  /** What both had changed, and changed differently: mine was kept. By path, `title.kk`. */
  readonly both: readonly string[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

type Named = Record<string, unknown> & { readonly id: string }
const isNamed = (value: unknown): value is Named[] =>
  Array.isArray(value) && value.every((one) => isGroup(one) && typeof one['id'] === 'string')

/**
 * Two organisers wrote at one time: what only the other changed is taken over, what I changed stays. Lists of things with ids are
 * gone through thing by thing; other lists are taken whole.
 */
export const mergePlan = (base: Plan, mine: Plan, theirs: Plan): Merged => {
  const both: string[] = []

  const merge = (path: string, base: unknown, mine: unknown, theirs: unknown): unknown => {
    if (same(mine, theirs) || same(base, theirs)) return mine
    if (same(base, mine)) return theirs
    if (isGroup(base) && isGroup(mine) && isGroup(theirs)) {
      const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
      return Object.fromEntries(keys.map((key) => [key, merge(path === '' ? key : `${path}.${key}`, base[key], mine[key], theirs[key])]))
    }
    if (isNamed(base) && isNamed(mine) && isNamed(theirs)) return mergeNamed(path, base, mine, theirs)
    both.push(path)
    return mine
  }

  /** In my order; what they added comes after, what either removed is gone unless the other has changed it. */
  const mergeNamed = (path: string, base: Named[], mine: Named[], theirs: Named[]): Named[] => {
    const of = (list: Named[], id: string) => list.find((one) => one.id === id)
    const ids = [...new Set([...mine, ...theirs].map(({ id }) => id))]
    return ids.flatMap((id) => {
      const [was, my, their] = [of(base, id), of(mine, id), of(theirs, id)]
      if (my && their) return [merge(path, was, my, their) as Named]
      const only = my ?? their
      // New here, or changed by whoever still has it: better once too often than lost.
      return only && !same(only, was) ? [only] : []
    })
  }

  const plan = merge('', base, mine, theirs) as Plan
  return { plan, both: [...new Set(both)] }
}
