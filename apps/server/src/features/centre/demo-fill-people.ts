import { organisation as told } from '@sheber/contract/organisation'
import { person as toldPerson } from '@sheber/contract/person'
import type { Role } from '@sheber/contract/organisation'
import type { Tx } from '@sheber/db/open'
import { membership, organisation, person } from '@sheber/db/schema'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { secretKind } from '@sheber/domain/secret'
import { hashSecret } from '../session/hash.ts'
import { groups } from './demo-groups.ts'
import { guardians } from './demo-guardians.ts'
import { adults, organisations, type Place } from './demo-people.ts'

/** Ids by what the demo world calls them. */
export interface Ids {
  readonly organisations: ReadonlyMap<Place, string>
  readonly people: ReadonlyMap<string, string>
}

interface Newcomer {
  readonly name: string
  readonly language: 'kk' | 'ru' | 'en'
  readonly places: readonly (readonly [Place, Role])[]
  readonly secretKind?: 'pin' | 'pictures'
  readonly secretHash?: string
}

const placesInOrder = Object.keys(organisations) as Place[]

export const fillPeople = async (tx: Tx, tell: Tell, { newId, clock }: Services): Promise<Ids> => {
  const now = clock.now().getTime()
  const founded = new Date(now - 540 * 86_400_000)
  const organisationIds = new Map(placesInOrder.map((place) => [place, newId()]))
  const idOf = (place: Place) => organisationIds.get(place) as string
  await tx
    .insert(organisation)
    .values(placesInOrder.map((place) => ({ ...organisations[place], id: idOf(place), demo: place === 'centre', createdAt: founded })))
  const newcomers = [...adults, ...families, ...(await children())].map((one) => ({ ...one, id: newId() }))
  await tx.insert(person).values(newcomers.map(({ places: _, ...row }) => ({ ...row, createdAt: founded })))
  const memberships = newcomers.flatMap(({ id, places }) =>
    // A day apart: the oldest is one's own.
    places.map(([place, role], n) => ({
      personId: id,
      organisationId: idOf(place),
      role,
      createdAt: new Date(founded.getTime() + n * 86_400_000),
    })),
  )
  await tx.insert(membership).values(memberships)
  for (const place of placesInOrder) await tell(told.added, { organisationId: idOf(place), name: organisations[place].name })
  for (const { createdAt: _, ...added } of memberships) await tell(toldPerson.added, added)
  return { organisations: organisationIds, people: new Map(newcomers.map(({ id, name }) => [name, id])) }
}

/** They come in as demo people do, and have a place only so that somebody can find them. */
const families: readonly Newcomer[] = guardians.map(({ name, language }) => ({ name, language, places: [['centre', 'guardian']] }))

/** Each once: a pupil of a school is a learner of the centre, too. One hash for all who share a secret. */
const children = async (): Promise<Newcomer[]> => {
  const found = await Promise.all(
    groups.map(async ({ learners, secret }) => {
      const known = secret === undefined ? {} : { secretKind: secretKind(secret), secretHash: await hashSecret(secret) }
      return Object.entries(learners).flatMap(([place, names]) =>
        names.map((name) => ({ name, language: organisations[place as Place].language, places: childPlaces(place as Place), ...known })),
      )
    }),
  )
  return found.flat()
}

const childPlaces = (place: Place): readonly (readonly [Place, Role])[] =>
  place === 'centre'
    ? [['centre', 'learner']]
    : [
        [place, 'learner'],
        ['centre', 'learner'],
      ]
