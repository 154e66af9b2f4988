import { agrees } from './consent.ts'
import { byName } from './name.ts'
import type { Soul } from './publication.ts'

/** Who is seen, and which school is named: what the world is shown of work that it may see is asked for field by field. */

type People = ReadonlyMap<string, Soul>

export interface Seen {
  readonly fileId: string
  readonly people: readonly string[]
}

/** Of somebody who is not known any more nobody can have agreed. */
const agreed = (id: string, people: People, scope: Parameters<typeof agrees>[1], day: string): boolean => {
  const one = people.get(id)
  return one !== undefined && agrees(one, scope, day)
}

/** Ids of pictures and films that the world is not shown on a day (YYYY-MM-DD), because of somebody who is seen in them. */
export const unseenFiles = (seen: readonly Seen[], people: People, day: string): ReadonlySet<string> =>
  new Set(seen.flatMap((one) => (one.people.every((id) => agreed(id, people, 'picture', day)) ? [] : [one.fileId])))

/**
 * Whether the school is named beside work of these: every child may be named themselves, and with the school. In a small village the
 * school is as good as a name.
 */
export const namesSchool = (authors: readonly string[], people: People, day: string): boolean =>
  authors.every((id) => agreed(id, people, 'name', day) && agreed(id, people, 'school', day))

export interface Left {
  readonly name: string
  readonly why: 'name' | 'picture' | 'school'
}

/** What is left out for the world on a day, and for want of whose consent; people by name, and of each what is missing. */
export const leftOut = (authors: readonly string[], seen: readonly Seen[], people: People, day: string): Left[] => {
  const inPictures = new Set(seen.flatMap((one) => one.people))
  const ids = [...new Set([...authors, ...inPictures])]
  return ids
    .flatMap((id) => people.get(id) ?? [])
    .sort(byName)
    .flatMap((one): Left[] => {
      const lacks = (why: Left['why']): Left[] => (agrees(one, why, day) ? [] : [{ name: one.name, why }])
      return [...lacks('name'), ...(inPictures.has(one.id) ? lacks('picture') : []), ...lacks('school')]
    })
}

interface Kept {
  fileId: string
  people: string[]
}

/** What was said of pictures, as it is kept: members alone, in what is shown. That nobody is seen in one is said too. */
export const keepSaid = (asked: readonly Seen[], shown: readonly string[], members: readonly string[]): Kept[] =>
  asked
    .map(({ fileId, people }) => ({ fileId, people: [...new Set(people)].filter((id) => members.includes(id)) }))
    .filter(({ fileId }, at) => shown.includes(fileId) && asked.findIndex((one) => one.fileId === fileId) === at)

/** … and nothing of what shows nobody. */
export const keepSeen = (asked: readonly Seen[], shown: readonly string[], members: readonly string[]): Kept[] =>
  keepSaid(asked, shown, members).filter(({ people }) => people.length > 0)

/** Of pictures that the world is shown, those of which nobody has said who is seen in them: no consent is asked for any. */
export const unmarkedIn = (shown: readonly string[], said: readonly Pick<Seen, 'fileId'>[]): string[] =>
  [...new Set(shown)].filter((id) => !said.some(({ fileId }) => fileId === id))
