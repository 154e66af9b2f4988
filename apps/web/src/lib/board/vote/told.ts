import type { Thing } from '@sheber/document/thing'
import type { Around } from '../core/kind.ts'
import { digitsOf } from './kinds/timer.ts'
import { isShown, pollResult, roundResult, type Result } from './result.ts'

/** So many of what got dots are told in a line. */
const most = 5

const said = (results: readonly Result[], blank: string) =>
  results.map(({ words, voters }) => `${words || blank} ${voters.length}`).join(' · ')

/** What a vote has come to, or how long a timer is; '' for all else. */
export const outcomeOf = (
  thing: Thing,
  around: Pick<Around, 'vote' | 'voters' | 'get'>,
  w: { readonly blank: string; readonly vote: { readonly open: string; readonly closed: string } },
): string => {
  if (thing.kind === 'timer') return digitsOf(thing.span)
  if (thing.kind !== 'poll' && thing.kind !== 'round') return ''
  const results = thing.kind === 'poll' ? pollResult(thing, around) : roundResult(thing, around).slice(0, most)
  return [thing.closed ? w.vote.closed : w.vote.open, isShown(thing) && said(results, w.blank)].filter(Boolean).join(': ')
}
