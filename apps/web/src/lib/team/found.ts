import type { Reply } from '@sheber/contract/kit'
import type { person } from '@sheber/contract/person'

/** Somebody who may be invited, as the finder shows them. */
export type Found = Reply<typeof person.find>[number]

/** A person in a form's field, so that a page without JavaScript remembers whom it showed. */
export const writeFound = ({ id, name, role, organisation }: Found): string => JSON.stringify({ id, name, role, organisation })

/** … and back. What is not a person is left out; whether one may be invited is the server's to say. */
export const readFound = (written: readonly string[]): Found[] =>
  written.flatMap((text) => {
    try {
      const read = JSON.parse(text) as Partial<Record<keyof Found, unknown>> | null
      return read && [read.id, read.name, read.role, read.organisation].every((part) => typeof part === 'string') ? [read as Found] : []
    } catch {
      return []
    }
  })
