import { wallAheadMs } from '@sheber/domain/day'
import { exhibition as told, type Plan } from '@sheber/contract/exhibition'
import type { Tx } from '@sheber/db/open'
import { exhibition, exhibitionOrganiser } from '@sheber/db/schema'
import { yearOf } from '@sheber/domain/exhibition'
import { rubricPresets } from '@sheber/domain/rubric-presets'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { exhibitions, type DemoExhibition } from './demo-exhibitions.ts'
import type { Ids } from './demo-fill-people.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

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
  const nominations = Object.values(one.nominations).map((title) => ({ id: newId(), title }))
  const plan: Plan = {
    kind: one.kind,
    title: one.title,
    about: one.about,
    place: one.place,
    directions: [],
    nominations,
    ages: one.ages,
    teamMax: 6,
    rubric: rubricPresets[one.rubric].rubric,
    windows: {
      entriesFrom: at(entriesFrom, 10),
      entriesTo: at(entriesTo, 18),
      moderationFrom: at(entriesFrom, 10),
      moderationTo: at(hallFrom, 10),
      hallFrom: at(hallFrom, 10),
      judgingFrom: at(judgingFrom, 11),
      judgingTo: at(judgingTo, 16),
      resultsAt: at(resultsAt, 15),
      ...(one.finalists !== undefined && { finalFrom: at(resultsAt, 10), finalTo: at(resultsAt, 13) }),
    },
    late: false,
    awards: one.kind === 'review' ? 'hand' : 'places',
    ties: 'share',
    release: 'all',
    viewsMin: 3,
    listed: false,
    visitors: { react: true, ask: true, vote: true },
    hall: { width: 20, height: 12 },
    ...(one.finalists !== undefined && { final: { finalists: one.finalists, nominations: [] } }),
  }
  // Made before its entries began, and never in days to come.
  const createdAt = day(Math.min(entriesFrom - 14, -1))
  const organisers = one.organisers.map((place) => ids.organisations.get(place) as string)
  const made = { state: one.state, founderId: organisers[0] as string, createdBy, createdAt, changedAt: createdAt }
  await tx.insert(exhibition).values({ id, plan, year: yearOf(plan), ...made })
  await tx.insert(exhibitionOrganiser).values(
    organisers.map((organisationId, n) => ({
      exhibitionId: id,
      organisationId,
      addedBy: createdBy,
      createdAt: new Date(createdAt.getTime() + n),
    })),
  )
  await tell(told.opened, { exhibitionId: id })
}
