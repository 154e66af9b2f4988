import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Direction } from '@sheber/contract/project'
import { refuse } from '@sheber/contract/refusal'
import { videoHosts, type Entry, type Part, type StandLack, type StandState } from '@sheber/contract/stand'
import { takesEntry, yearOf } from './exhibition.ts'

/** A project's stand: from its first word to its place in the hall. */

export interface Standing {
  readonly state: StandState
  /** What it was before it was withdrawn or removed. */
  readonly was: StandState | null
  readonly late: boolean
}

type Call = Pick<Plan, 'windows' | 'late'>

const beforeJudging: readonly ExhibitionState[] = ['draft', 'call', 'moderation', 'hall']
const beforeTheEnd: readonly ExhibitionState[] = [...beforeJudging, 'judging']

/**
 * Whether its team may write in it and hand it in now, and whether that is late. Null: neither. Until the deadline the newest one
 * counts; what was returned may be mended after it too, and is no later than it was.
 */
export const writesEntry = (
  plan: Call,
  exhibition: ExhibitionState,
  { state, late }: Pick<Standing, 'state' | 'late'>,
  now: Date,
): { readonly late: boolean } | null => {
  if (state === 'withdrawn' || state === 'removed') return null
  if (state === 'returned') return beforeJudging.includes(exhibition) ? { late } : null
  return takesEntry(plan, exhibition, now)
}

export const withdrawStand = ({ state }: Standing, exhibition: ExhibitionState): void => {
  if (state === 'withdrawn' || state === 'removed' || !beforeJudging.includes(exhibition)) refuse('stand-step')
}

/** False: it is in the hall already, and another organiser was quicker. */
export const admitStand = ({ state }: Standing, exhibition: ExhibitionState, { own }: { readonly own: boolean }): boolean => {
  if (own) refuse('stand-own')
  if (state === 'admitted') return false
  if (state !== 'entered' || !beforeTheEnd.includes(exhibition)) refuse('stand-step')
  return true
}

const said = (reason: string): string => reason.trim() || refuse('reason-needed')

/** The reason, as it is kept. */
export const returnStand = ({ state }: Standing, exhibition: ExhibitionState, reason: string): string => {
  if ((state !== 'entered' && state !== 'admitted') || !beforeJudging.includes(exhibition)) refuse('stand-step')
  return said(reason)
}

/** Also while it is judged: what was scored of it stays. */
export const removeStand = ({ state }: Standing, exhibition: ExhibitionState, reason: string): string => {
  if ((state !== 'entered' && state !== 'admitted' && state !== 'returned') || exhibition === 'archived') refuse('stand-step')
  return said(reason)
}

/** What it is again. Who took it away brings it back: its team what it withdrew, an organiser what was removed. */
export const restoreStand = (
  { state, was }: Standing,
  exhibition: ExhibitionState,
  { ofTeam, moderates }: { readonly ofTeam: boolean; readonly moderates: boolean },
): StandState => {
  const back =
    (state === 'withdrawn' && ofTeam && beforeJudging.includes(exhibition)) ||
    (state === 'removed' && moderates && exhibition !== 'archived')
  return back ? (was ?? 'draft') : refuse('stand-step')
}

/** What is new of the parts: words that stand are confirmed as they were, words that changed are nobody's yet. Only members have a part. */
export const keepParts = (asked: readonly Part[], before: readonly Part[], members: readonly string[]): Part[] => {
  const known = new Map(before.map((part) => [part.personId, part]))
  const own = new Map(asked.filter(({ personId }) => members.includes(personId)).map((part) => [part.personId, part]))
  return [...own.values()].map(({ personId, words }) => {
    const part = known.get(personId)
    return { personId, words, confirmed: part?.words === words && part.confirmed }
  })
}

/** One confirms the words that one has read, and no others. */
export const confirmPart = (parts: readonly Part[], personId: string, words: string): Part[] => {
  const own = parts.find((part) => part.personId === personId)
  if (!own || own.words !== words || own.words.trim() === '') return refuse('stand-changed')
  return parts.map((part) => (part === own ? { ...part, confirmed: true } : part))
}

export interface StandMember {
  readonly id: string
  readonly adult: boolean
  /** Where it is known. */
  readonly birthYear?: number | null
}

/**
 * Whether somebody born in a year is of no age that is asked for on any day of another: by a year alone one is of one age or of the
 * one before, and whoever may be old enough is not sent away.
 *
 *   7 … 18 in 2026    2007: 18 or 19, may come    2006: 19 or 20, may not    2019: 6 or 7, may come    2020: may not
 */
export const isOutside = ({ from, to }: Plan['ages'], birthYear: number, year: number): boolean =>
  year - birthYear < from || year - birthYear - 1 > to

/** Pupils of whom nobody has said when they were born: nothing is wanting, but whoever admits them looks. */
export const agesUnknown = (members: readonly StandMember[]): number =>
  members.filter(({ adult, birthYear }) => !adult && (birthYear ?? null) === null).length

/** What is wanting before it may be handed in; in the order of the form. */
export const lacksOf = (
  plan: Pick<Plan, 'nominations' | 'directions' | 'ages' | 'teamMax' | 'windows'>,
  entry: Entry,
  members: readonly StandMember[],
  { direction, things }: { readonly direction: Direction; readonly things: number },
): StandLack[] => {
  const children = members.filter(({ adult }) => !adult)
  // Teachers and mentors are members too, but a team is as large as its pupils are many.
  const size = children.length || members.length
  const parts = new Map(entry.parts.map((part) => [part.personId, part]))
  const says = ({ id }: StandMember) => (parts.get(id)?.words.trim() ?? '') !== ''
  const agreed = members.filter(says).every(({ id }) => parts.get(id)?.confirmed)
  // A team of adults alone is not without authors either.
  const told = (children.length > 0 ? children : members).every(says)
  const lacks: readonly (readonly [StandLack, boolean])[] = [
    ['nomination', !plan.nominations.some(({ id }) => id === entry.nominationId)],
    ['about', entry.about.trim() === ''],
    ['poster', entry.posterId === null],
    ['parts', !told || !agreed],
    ['adults', entry.adults.trim() === ''],
    ['team-size', size === 0 || size > plan.teamMax],
    ['age', children.some(({ birthYear = null }) => birthYear !== null && isOutside(plan.ages, birthYear, yearOf(plan)))],
    ['direction', plan.directions.length > 0 && !plan.directions.includes(direction)],
    ['board', things === 0],
  ]
  return lacks.flatMap(([lack, wants]) => (wants ? [lack] : []))
}

/** Of each whether they are an author: learners are, and grown-ups of a team that has none; beside learners they lead, teach or help. */
export const authorsIn = (members: readonly { readonly id: string; readonly adult: boolean }[]): ReadonlyMap<string, boolean> => {
  const isOfAdults = members.every(({ adult }) => adult)
  return new Map(members.map(({ id, adult }) => [id, isOfAdults || !adult]))
}

/** Whether a video may be linked to: by its address taken apart as a browser does, so that nothing only looks like one of the hosts. */
export const isVideo = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  const known: readonly string[] = videoHosts
  return protocol === 'https:' && port === '' && username === '' && password === '' && known.includes(hostname)
}

/**
 * What somebody typed, as an address that may be linked to: with https where they left that out. Null where nothing is typed,
 * undefined where it is no video of a known host.
 */
export const videoAddress = (typed: string): string | null | undefined => {
  const bare = typed.trim().replace(/^https?:[/]{2}/i, '')
  if (bare === '') return null
  const address = `https://${bare}`
  return isVideo(address) && /^[!-~]+$/.test(address) ? address : undefined
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Placed {
  readonly id: string
  readonly nominationId: string | null
  readonly number: number | null
  readonly place: Spot | null
}

/** Between the middles of two stands, and from a wall. */
const apart = 2
const fromWall = 1

const gapOf = (side: number, count: number) => (count > 1 ? (side - 2 * fromWall) / (count - 1) : 0)
const fitting = (side: number) => Math.max(1, Math.floor((side - 2 * fromWall) / apart + 1e-9) + 1)
/** To the centimetre: what is drawn and printed is read by people. */
const metres = (value: number) => Math.round(value * 100) / 100

/** One of `count` that share a side of the hall evenly, with half a gap at each wall. */
const shared = (side: number, at: number, count: number) => metres((side * (at + 0.5)) / count)

/**
 * Each nomination in rows of its own over the whole hall, in order: no more in a row than the rows are apart, where that can be, so that
 * people pass on every side. Null: there is no room for so many rows.
 */
const inRows = (sizes: readonly number[], { width, height }: Plan['hall']): Spot[] | null => {
  const rowsMax = fitting(height)
  const groups = sizes.map((size) => ({ size, rows: Math.ceil(size / fitting(width)) }))
  const all = () => groups.reduce((sum, { rows }) => sum + rows, 0)
  if (all() > rowsMax) return null
  while (all() < rowsMax) {
    const [longest] = groups.toSorted((a, b) => b.size / b.rows - a.size / a.rows)
    if (!longest || width / Math.ceil(longest.size / longest.rows) >= height / (all() + 1)) break
    longest.rows += 1
  }
  const lengths = groups.flatMap(({ size, rows }) =>
    Array.from({ length: rows }, (_, at) => Math.floor((size * (at + 1)) / rows) - Math.floor((size * at) / rows)),
  )
  return lengths.flatMap((length, row) =>
    Array.from({ length }, (_, at) => ({ x: shared(width, at, length), y: shared(height, row, lengths.length) })),
  )
}

/** Rows from the upper wall down, as many as are needed; closer than one would like where the hall is too small for all. */
const spotsOf = ({ width, height }: Plan['hall'], count: number): Spot[] => {
  let columns = fitting(width)
  let rows = fitting(height)
  while (columns * rows < count) {
    if (gapOf(width, columns) >= gapOf(height, rows)) columns += 1
    else rows += 1
  }
  const across = Math.min(apart, gapOf(width, columns))
  const down = Math.min(apart, gapOf(height, rows))
  const within = (side: number, value: number) => metres(Math.min(side, Math.max(0, value)))
  const edge = (side: number) => Math.min(fromWall, side / 2)
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: within(width, edge(width) + (at % columns) * across),
    y: within(height, edge(height) + Math.floor(at / columns) * down),
  }))
}

/** Some of these, from the first to the last of them with the same steps between. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / count)]).filter((one) => one !== undefined)

/**
 * Numbers for those that have none, and places for those that have none: nomination by nomination in the order of the call, each in
 * rows of its own where the hall has room for that. What somebody has placed by hand stays, and the others stand between.
 */
export const placesFor = (
  stands: readonly Placed[],
  { nominations, hall }: Pick<Plan, 'nominations' | 'hall'>,
  /** Numbers of those that are not in the hall at the moment. */
  kept: readonly number[] = [],
): { id: string; number: number; place: Spot }[] => {
  const rank = new Map(nominations.map(({ id }, at) => [id, at]))
  const rankOf = ({ nominationId }: Placed) => rank.get(nominationId ?? '') ?? nominations.length
  const inOrder = [...stands].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.number ?? Infinity) - (b.number ?? Infinity) || (a.id < b.id ? -1 : 1) || 0,
  )
  const taken = new Set([...kept, ...stands.flatMap(({ number }) => number ?? [])])
  let last = 0
  const numbers = new Map(
    inOrder.map((one) => {
      if (one.number !== null) return [one.id, one.number]
      do last += 1
      while (taken.has(last))
      return [one.id, last]
    }),
  )

  const standing = stands.flatMap(({ place }) => place ?? [])
  const isFree = ({ x, y }: Spot) => standing.every((other) => Math.hypot(other.x - x, other.y - y) >= apart - 1e-9)
  const waiting = inOrder.filter(({ place }) => place === null)
  const rows = inRows(
    [...Map.groupBy(waiting, rankOf).values()].map(({ length }) => length),
    hall,
  )
  let spots = rows?.every(isFree) ? rows : []
  // Where those placed by hand leave too few spots, they are shared with nobody but may stand closer.
  for (let count = stands.length; count <= stands.length * 8 && spots.length < waiting.length; count *= 2)
    spots = spotsOf(hall, count).filter(isFree)
  if (spots.length < waiting.length) spots = spotsOf(hall, waiting.length)
  spots = spread(spots, waiting.length)
  const places = new Map(waiting.map(({ id }, at) => [id, spots[at] ?? { x: hall.width / 2, y: hall.height / 2 }]))
  return inOrder.map((one) => ({
    id: one.id,
    number: numbers.get(one.id) ?? 0,
    place: one.place ?? places.get(one.id) ?? { x: hall.width / 2, y: hall.height / 2 },
  }))
}

interface Begun {
  readonly title: string
  readonly about: string
  readonly posterId: string | null
  readonly members: readonly { readonly id: string; readonly adult: boolean }[]
  /** In how many things of the board each had a hand, and how many there are. */
  readonly hands: readonly { readonly personId: string; readonly things: number }[]
  readonly things: number
  readonly words: {
    part(own: number, all: number): string
    adults(own: number, all: number): string
    readonly noAdults: string
  }
}

/** What an entry begins with. Of adults the one with the widest share is told: two who worked on one thing are not two things. */
export const firstEntry = ({ title, about, posterId, members, hands, things, words }: Begun): Entry => {
  const handOf = (id: string) => hands.find(({ personId }) => personId === id)?.things ?? 0
  const adults = Math.max(0, ...members.filter(({ adult }) => adult).map(({ id }) => handOf(id)))
  return {
    ...{ nominationId: null, title, about, posterId, pictures: [], modelId: null, video: null, records: [] },
    parts: members
      .filter(({ adult }) => !adult)
      .map(({ id }) => ({ personId: id, words: handOf(id) > 0 ? words.part(handOf(id), things) : '', confirmed: false })),
    adults: things === 0 ? '' : adults > 0 ? words.adults(adults, things) : words.noAdults,
  }
}
