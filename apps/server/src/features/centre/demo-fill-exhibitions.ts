import { exhibition as told, type Plan } from '@sheber/contract/exhibition'
import type { Entry } from '@sheber/contract/stand'
import type { Tx } from '@sheber/db/open'
import { exhibition, exhibitionOrganiser, project, stand } from '@sheber/db/schema'
import { wallAheadMs, yearOf } from '@sheber/domain/exhibition'
import { rubricPresets } from '@sheber/domain/rubric-presets'
import { eq } from 'drizzle-orm'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { exhibitions, type DemoExhibition, type DemoStand } from './demo-exhibitions.ts'
import type { Ids } from './demo-fill-people.ts'
import { adults } from './demo-people.ts'
import { projects, type DemoProject } from './demo-projects.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const isAdult = (name: string) => adults.some((one) => one.name === name)

export const fillExhibitions = async (tx: Tx, tell: Tell, services: Services, ids: Ids): Promise<void> => {
  for (const one of Object.values<DemoExhibition>(exhibitions)) await fillExhibition(tx, tell, services, ids, one)
}

const fillExhibition = async (tx: Tx, tell: Tell, services: Services, ids: Ids, one: DemoExhibition) => {
  const { newId, clock } = services
  const day = (days: number) => new Date(clock.now().getTime() + days * dayMs)
  // On whole hours of the wall, as an organiser would have chosen them.
  const today = Math.floor((clock.now().getTime() + wallAheadMs) / dayMs) * dayMs - wallAheadMs
  const at = (days: number, hour: number) => new Date(today + days * dayMs + hour * hourMs).toISOString()
  const id = newId()
  const createdBy = ids.people.get('Ботагөз Е.') as string
  const [entriesFrom, entriesTo, hallFrom, judgingFrom, judgingTo, resultsAt] = one.days
  const nominations = Object.entries(one.nominations).map(([word, title]) => ({ word, id: newId(), title }))
  const plan: Plan = {
    kind: one.kind,
    title: one.title,
    about: one.about,
    place: one.place,
    directions: [],
    nominations: nominations.map(({ id, title }) => ({ id, title })),
    ages: one.ages,
    teamMax: 6,
    rubric: rubricPresets[one.rubric].rubric,
    windows: {
      entriesFrom: at(entriesFrom, 10),
      entriesTo: at(entriesTo, 18),
      hallFrom: at(hallFrom, 10),
      judgingFrom: at(judgingFrom, 11),
      judgingTo: at(judgingTo, 16),
      resultsAt: at(resultsAt, 15),
    },
    late: false,
    awards: one.kind === 'review' ? 'hand' : 'places',
    ties: 'share',
    release: 'all',
    viewsMin: 3,
    listed: false,
    hall: { width: 20, height: 12 },
  }
  // Made before its entries began, and never in days to come.
  const createdAt = day(Math.min(entriesFrom - 14, -1))
  await tx.insert(exhibition).values({ id, plan, year: yearOf(plan), state: one.state, createdBy, createdAt, changedAt: createdAt })
  await tx.insert(exhibitionOrganiser).values(
    one.organisers.map((place, n) => ({
      exhibitionId: id,
      organisationId: ids.organisations.get(place) as string,
      addedBy: createdBy,
      createdAt: new Date(createdAt.getTime() + n),
    })),
  )
  for (const each of one.stands) {
    const nominationId = nominations.find(({ word }) => word === each.nomination)?.id ?? null
    await fillStand(tx, services, ids, { exhibitionId: id, nominationId, enteredAt: day(entriesTo - 1), decidedBy: createdBy, each })
  }
  await tell(told.opened, { exhibitionId: id })
}

interface Asked {
  readonly exhibitionId: string
  readonly nominationId: string | null
  readonly enteredAt: Date
  readonly decidedBy: string
  readonly each: DemoStand
}

const fillStand = async (
  tx: Tx,
  { newId }: Services,
  { people }: Ids,
  { exhibitionId, nominationId, enteredAt, decidedBy, each }: Asked,
) => {
  const { title, members }: DemoProject = projects[each.project]
  const [row] = await tx.select({ id: project.id }).from(project).where(eq(project.title, title))
  if (!row) return
  const person = (name: string) => people.get(name) as string
  const entry: Entry = {
    ...{ nominationId, title, about: each.about, adults: each.adults },
    ...{ posterId: null, pictures: [], modelId: null, video: null, records: [] },
    parts: Object.entries(each.parts).map(([name, words]) => ({ personId: person(name), words, confirmed: true })),
  }
  const author = person(members.find((name) => !isAdult(name)) ?? members[0] ?? '')
  const [x, y] = each.at
  await tx.insert(stand).values({
    id: newId(),
    exhibitionId,
    projectId: row.id,
    entry,
    state: 'admitted',
    members: members.map((name) => ({ id: person(name), adult: isAdult(name) })),
    ...{ enteredAt, enteredBy: author, decidedBy, decidedAt: new Date(enteredAt.getTime() + dayMs), number: each.number, x, y },
    ...{ createdBy: author, createdAt: new Date(enteredAt.getTime() - dayMs), changedAt: enteredAt },
  })
}
