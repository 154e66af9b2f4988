import { isDay } from './day.ts'
import type { ConsentScope } from '@sheber/contract/consent'
import { refuse } from '@sheber/contract/refusal'

export interface Given {
  readonly scope: ConsentScope
  /** Days as YYYY-MM-DD, both included. */
  readonly from: string
  readonly until: string | null
  readonly withdrawn: boolean
}

/** Whether it holds on a day. */
export const holdsOn = ({ from, until, withdrawn }: Given, day: string): boolean =>
  !withdrawn && from <= day && (until === null || day <= until)

/** A day that there is, an end that is not before the beginning, and nothing that is over already. */
export const judgePeriod = ({ from, until }: Pick<Given, 'from' | 'until'>, today: string): void => {
  if (!isDay(from) || (until !== null && (!isDay(until) || until < from || until < today))) refuse('consent-period')
}

export interface Author {
  readonly name: string
  /** Speaks for themselves. */
  readonly adult: boolean
  readonly consents: readonly Given[]
}

/** Whether so much of somebody may be shown to the world on a day. An adult agrees by what they do. */
export const agrees = ({ adult, consents }: Author, scope: ConsentScope, day: string): boolean =>
  adult || consents.some((one) => one.scope === scope && holdsOn(one, day))

/**
 * What the world may see of work whose authors these are: null where one child's guardian has not agreed, else the names that
 * may stand beside it. An adult author agrees by making it public.
 */
export const worldMaySee = (authors: readonly Author[], day: string): { readonly names: readonly string[] } | null => {
  if (authors.length === 0 || !authors.every((one) => agrees(one, 'work', day))) return null
  return { names: authors.filter((one) => agrees(one, 'name', day)).map(({ name }) => name) }
}
