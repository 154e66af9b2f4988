import type { Organisation, organisation } from '@sheber/contract/organisation'
import { may, type Who } from '@sheber/domain/permission'
import { error, type RequestEvent } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { known } from '#lib/session/known.ts'
import { hasOffice, whoIs } from './who.ts'

export interface Place {
  who: Who | null
  organisation: Organisation
}

/** The organisation that a page of the room "Centre" is about, for those who run its people; others are told no. */
export const openPlace = async ({ fetch, locals }: Pick<RequestEvent, 'fetch' | 'locals'>, organisationId: string): Promise<Place> => {
  const me = known(locals)
  if (!hasOffice(me)) error(403, { message: '', code: 'forbidden' })
  const organisations = await ask<typeof organisation.list>(fetch, 'GET', '/api/organisation')
  const found = organisations.find(({ id }) => id === organisationId) ?? error(404, { message: '', code: 'not-found' })
  const who = whoIs(me, organisations)
  if (!may(who, 'person.list', { kind: 'organisation', id: found.id })) error(403, { message: '', code: 'forbidden' })
  return { who, organisation: found }
}

/** May this person take in learners, and adults? */
export const takesIn = (who: Who | null, organisationId: string) => ({
  learners: may(who, 'person.add', { kind: 'place', organisationId, role: 'learner' }),
  adults: may(who, 'person.add', { kind: 'place', organisationId, role: 'teacher' }),
})
