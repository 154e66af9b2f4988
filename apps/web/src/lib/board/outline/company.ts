import type { Peer } from '../core/presence.ts'
import { itemsOf, type Branch } from './outline.ts'

/** Who has a thing chosen, or writes in it, by its id. */
export type Company = ReadonlyMap<string, readonly string[]>

type Seen = Pick<Peer, 'user' | 'sel' | 'edit'>

export const companyOf = (peers: readonly Seen[]): Company => {
  const names = new Map<string, string[]>()
  for (const { user, sel, edit } of peers) {
    for (const id of new Set([...sel, ...(edit === null ? [] : [edit])])) {
      const there = names.get(id) ?? []
      if (!there.includes(user.name)) names.set(id, [...there, user.name])
    }
  }
  return names
}

/** Who is at what a row stands for; a group has rows of its own. */
export const companyAt = (company: Company, branch: Branch): readonly string[] =>
  company.size === 0 || branch.what === 'group' ? [] : [...new Set(itemsOf(branch).flatMap(({ id }) => company.get(id) ?? []))]
