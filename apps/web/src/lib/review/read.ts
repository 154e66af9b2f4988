import type { ShownRecord } from '@sheber/contract/portfolio'
import { wordsOfBody, type Body } from '@sheber/document/body'
import { recordDifference, type Compared } from '@sheber/domain/difference'
import type { Words } from '#lib/words/words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How long somebody has waited, in the largest whole unit; a minute at least. */
export const waitOf = (since: string, now: string, time: Words['review']['time']): string => {
  const passedMs = new Date(now).getTime() - new Date(since).getTime()
  if (passedMs < hourMs) return time.minutes(Math.max(1, Math.floor(passedMs / minuteMs)))
  if (passedMs < dayMs) return time.hours(Math.floor(passedMs / hourMs))
  return time.days(Math.floor(passedMs / dayMs))
}

const namedMax = 2

/** The first titles of what was handed in, and how many more there are: `Мост, Лампа +3`. Null where no title is known. */
export const namedBy = (recordIds: readonly string[], titles: ReadonlyMap<string, string>): string | null => {
  const named = recordIds.flatMap((id) => titles.get(id)?.trim() || []).slice(0, namedMax)
  if (named.length === 0) return null
  const more = recordIds.length - named.length
  return named.join(', ') + (more > 0 ? ` +${more}` : '')
}

/** The same of titles that the server has read; `all` is how many records there are, 0: nobody counted. */
export const titledBy = (titles: readonly string[], all: number): string => {
  const named = titles.slice(0, namedMax)
  const more = Math.max(all, titles.length) - named.length
  return named.join(', ') + (all > 0 ? (more > 0 ? ` +${more}` : '') : more > 0 ? ' …' : '')
}

/** As the server read it from the document. */
export const bodyOf = (record: ShownRecord): Body => record.body as Body

type Piece = ShownRecord['pieces'][number]
const comparedOf = (record: ShownRecord): Compared<Piece> => {
  const { title, reflection, pieces } = record
  return { title, reflection, pieces, words: wordsOfBody(bodyOf(record)).trim() }
}

/** Null: it is gone. */
export const differenceOf = (then: ShownRecord, now: ShownRecord | null) => recordDifference(comparedOf(then), now && comparedOf(now))
