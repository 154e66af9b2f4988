import type { Plan, Windows } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import type { Rubric } from '@sheber/contract/rubric'
import { newId } from '#lib/new-id.ts'
import { fromWall, toWall } from './wall.ts'

export const nothing = (): Said => ({ kk: '', ru: '', en: '' })

const dayMs = 86_400_000
const yearMs = 52 * 7 * dayMs

/** Ten o'clock, so many days from now. */
const morning = (now: string, days: number, hour = '10:00') =>
  fromWall(`${toWall(new Date(Date.parse(now) + days * dayMs).toISOString()).slice(0, 10)}T${hour}`)

/** To begin with: days that are in order, and what most exhibitions want. */
export const freshPlan = (now: string, rubric: Rubric = { criteria: [] }): Plan => ({
  kind: 'exhibition',
  title: nothing(),
  about: nothing(),
  place: nothing(),
  directions: [],
  nominations: [{ id: newId(), title: nothing() }],
  ages: { from: 7, to: 18 },
  teamMax: 5,
  rubric,
  windows: {
    entriesFrom: morning(now, 1),
    entriesTo: morning(now, 29, '18:00'),
    moderationFrom: morning(now, 1),
    moderationTo: morning(now, 33, '18:00'),
    hallFrom: morning(now, 35),
    judgingFrom: morning(now, 35, '11:00'),
    judgingTo: morning(now, 36, '16:00'),
    resultsAt: morning(now, 37, '15:00'),
  },
  late: false,
  awards: 'places',
  ties: 'share',
  release: 'all',
  viewsMin: 3,
  listed: false,
  visitors: { react: true, ask: true, vote: true },
  hall: { width: 20, height: 12 },
})

/** The same days a year on, or as many years as it takes: by whole weeks, so that a Saturday stays a Saturday. */
export const movedOn = (windows: Windows, now: string): Windows => {
  const behindMs = Date.parse(now) - Date.parse(windows.entriesTo)
  const years = Math.max(1, Math.floor(behindMs / yearMs) + 1)
  const moved = (moment: string) => new Date(Date.parse(moment) + years * yearMs).toISOString()
  return Object.fromEntries(Object.entries(windows).map(([name, moment]) => [name, moved(moment)])) as Windows
}

/** As an earlier one was, with days to come. Nothing of its stands, scores and people is in a plan. */
export const copiedPlan = (plan: Plan, now: string): Plan => {
  const fresh = new Map(plan.nominations.map(({ id }) => [id, newId()]))
  const idOf = (id: string) => fresh.get(id) ?? id
  return {
    ...structuredClone(plan),
    nominations: plan.nominations.map(({ id, title }) => ({ id: idOf(id), title: { ...title } })),
    windows: movedOn(plan.windows, now),
    ...(plan.final && { final: { ...structuredClone(plan.final), nominations: plan.final.nominations.map(idOf) } }),
  }
}
