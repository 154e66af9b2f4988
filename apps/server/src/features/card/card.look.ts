import { wallDay } from '@sheber/domain/day'
import type { Card, CardKind, CardState } from '@sheber/contract/card'
import type { EvidenceState } from '@sheber/contract/evidence'
import { readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import { readsRecord } from '@sheber/domain/portfolio'
import { isLate } from '@sheber/domain/task'
import type { Services } from '../../services.ts'
import { thingOfFile } from '../file/file.place.ts'
import { beginningOf, freshWords } from '../notebook/notebook.words.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { thingOf } from '../project/project.thing.ts'
import { boardsNamed, claimsOf, doersOf, filesNamed, ownerOf, pagesNamed, projectsNamed, tasksNamed } from './card.store.ts'

/** What is answered beside the name by which it was asked for. */
type Shown = Omit<Card, 'of' | 'ref'>
type Looking = (services: Services, who: Who, refs: readonly string[]) => Promise<ReadonlyMap<string, Shown>>

const silent = { title: '', whose: '', state: null, projectId: null } as const
const closed: Shown = { access: 'closed', ...silent }
const gone: Shown = { access: 'gone', ...silent }

const projects: Looking = async ({ db }, who, ids) => {
  const rows = await projectsNamed(db, ids)
  return new Map(
    rows.map((row) => {
      const { projectId, project, team, state } = row
      const sees = may(who, 'project.look', thingOf({ ...row, id: projectId }))
      return [row.id, sees ? { access: 'open', title: project, whose: team, state: state as CardState, projectId } : closed] as const
    }),
  )
}

const boards: Looking = async ({ db }, who, ids) => {
  const rows = await boardsNamed(db, ids)
  return new Map(
    rows.map((row) => {
      const { projectId, project, title, team, state, frozenAt } = row
      if (!may(who, 'board.look', thingOf({ ...row, id: projectId }))) return [row.id, closed] as const
      const now = frozenAt ? 'frozen' : state === 'archived' ? state : null
      return [row.id, { access: 'open', title: title || project, whose: title ? project : team, state: now, projectId }] as const
    }),
  )
}

const files: Looking = async (services, who, ids) => {
  const rows = await filesNamed(services.db, ids)
  const shown = rows.map(async (row) => {
    const thing = await thingOfFile(services, row)
    if (!thing || !may(who, 'file.look', thing)) return [row.id, closed] as const
    if (row.removedAt) return [row.id, { ...gone, title: row.name, projectId: row.projectId }] as const
    const { name: title, by: whose, newer, projectId } = row
    return [row.id, { access: 'open', title, whose, state: newer ? 'newer' : null, projectId }] as const
  })
  return new Map(await Promise.all(shown))
}

/** The best that came of any claim is what a glance is for; the whole stands in the portfolio. */
const bestOf = (states: readonly EvidenceState[]): CardState | null => {
  if (states.includes('confirmed')) return 'confirmed'
  if (states.includes('partly')) return 'partly'
  return states.some((state) => state !== 'superseded') ? 'claimed' : null
}

const parts = (ref: string): [portfolioId: string, recordId: string] => {
  const at = ref.indexOf('/')
  return at < 0 ? ['', ''] : [ref.slice(0, at), ref.slice(at + 1)]
}

const recordsOf = async ({ db, hub }: Services, who: Who, portfolioId: string, ids: readonly string[]): Promise<[string, Shown][]> => {
  const thing = await thingOfPortfolio(db, portfolioId)
  if (!thing) return []
  const named = (id: string) => `${portfolioId}/${id}`
  // Whoever sees nothing of a portfolio is not told either which of its records are there.
  if (!may(who, 'portfolio.look', thing)) return ids.map((id) => [named(id), closed])
  const { records } = await hub.read(portfolioRoom(portfolioId), readPortfolio)
  const there = new Map(records.map((record) => [record.id, record]))
  const [whose, claims] = await Promise.all([
    ownerOf(db, portfolioId),
    may(who, 'evidence.list', thing) ? claimsOf(db, portfolioId, ids) : [],
  ])
  return ids.map((id) => {
    const record = there.get(id)
    if (!record) return [named(id), gone]
    if (!readsRecord(who, thing, record.audience)) return [named(id), closed]
    const best = bestOf(claims.flatMap(({ recordId, state }) => (recordId === id ? [state] : [])))
    return [named(id), { access: 'open', title: record.title.trim(), whose, state: best ?? record.kind, projectId: null }]
  })
}

const records: Looking = async (services, who, refs) => {
  const byPortfolio = Map.groupBy(refs, (ref) => parts(ref)[0])
  const shown: [string, Shown][] = []
  // One after the other: each may wake a room.
  for (const [portfolioId, own] of byPortfolio) {
    shown.push(
      ...(await recordsOf(
        services,
        who,
        portfolioId,
        own.map((ref) => parts(ref)[1]),
      )),
    )
  }
  return new Map(shown)
}

/** Called by its day, with what was done on it; beside it, the beginning of what stands there. */
const pages: Looking = async ({ db }, who, ids) => {
  const rows = await pagesNamed(db, ids)
  const isSeen = (row: (typeof rows)[number]) => may(who, 'notebook.look', thingOf({ ...row, id: row.projectId }))
  const words = new Map((await freshWords(db, rows.filter(isSeen))).map((row) => [row.id, row.words]))
  return new Map(
    rows.map((row) => {
      const { id, projectId, day, title, removedAt, frozenAt, project } = row
      if (!isSeen(row)) return [id, closed] as const
      const called = [day.split('-').reverse().join('.'), title].filter(Boolean).join(' · ')
      if (removedAt) return [id, { ...gone, title: called, projectId }] as const
      const whose = beginningOf(words.get(id) ?? '') || project
      return [id, { access: 'open', title: called, whose, state: frozenAt ? 'signed' : null, projectId }] as const
    }),
  )
}

const tasks: Looking = async ({ db, clock }, who, ids) => {
  const [rows, doers] = await Promise.all([tasksNamed(db, ids), doersOf(db, ids)])
  const today = wallDay(clock.now())
  return new Map(
    rows.map((row) => {
      const { projectId, title, step: state, due, removedAt } = row
      if (!may(who, 'task.look', thingOf({ ...row, id: projectId }))) return [row.id, closed] as const
      if (removedAt) return [row.id, { ...gone, title, projectId }] as const
      const whose = doers.flatMap(({ taskId, name }) => (taskId === row.id ? [name] : [])).join(', ')
      const until = due !== null && state !== 'done' && { due: { day: due, late: isLate({ state, due }, today) } }
      return [row.id, { access: 'open', title, whose, state, projectId, ...until }] as const
    }),
  )
}

const looks: Record<CardKind, Looking> = { task: tasks, project: projects, board: boards, file: files, record: records, page: pages }

/** How the named things stand, as far as whoever asks may see them; in the order in which they were asked for. */
export const lookAtCards = async (services: Services, who: Who, asked: readonly { of: CardKind; ref: string }[]): Promise<Card[]> => {
  const kinds = [...new Set(asked.map(({ of }) => of))]
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const refs = new Set(asked.filter(({ of }) => of === kind).map(({ ref }) => ref))
      return [kind, await looks[kind](services, who, [...refs])] as const
    }),
  )
  const byKind = new Map(found)
  return asked.map(({ of, ref }) => ({ of, ref, ...(byKind.get(of)?.get(ref) ?? gone) }))
}
