import { group } from '@sheber/contract/group'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import { cleanName } from '@sheber/domain/name'
import { isLearner, judgeBirthYear, judgeNewPerson } from '@sheber/domain/person'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { isGroupOf, seatLearner } from '../group/group.learner.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { accessRoutes } from './person.access.ts'
import { findPeople } from './person.find.ts'
import { insertPerson, onePerson, peopleOf, rowOfPerson, updatePerson } from './person.store.ts'
import { thingOfPerson } from './person.thing.ts'
import { hashedSignIn } from './person.signin.ts'

export const personRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services

  serve(app, person.list, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: ({ params }) => peopleOf(db, params.organisationId),
  })

  serve(app, person.add, {
    about: async ({ params, body }) => {
      const place = await thingOfOrganisation(db, params.organisationId)
      return place && { kind: 'place', organisationId: place.id, role: body.role }
    },
    answer: async ({ params: { organisationId }, body, who, language }) => {
      judgeNewPerson(body)
      const { role, groupId, birthYear } = body
      if (birthYear !== undefined) judgeBirthYear(birthYear, clock.now())
      const row = {
        id: newId(),
        name: cleanName(body.name),
        language: body.language ?? language,
        ...(birthYear !== undefined && { birthYear }),
        ...(await hashedSignIn(body)),
      }
      await change(services, who?.id ?? null, async (tx, tell) => {
        if (!(await insertPerson(tx, row, organisationId, role))) refuse('login-taken')
        await tell(person.added, { personId: row.id, organisationId, role })
        if (groupId === undefined) return
        if (!(await isGroupOf(tx, groupId, organisationId))) refuse('not-found')
        await seatLearner(tx, groupId, row.id)
        await tell(group.changed, { groupId, organisationId })
      })
      return (await onePerson(db, organisationId, row.id)) ?? refuse('not-found')
    },
  })

  serve(app, person.rename, {
    about: ({ params }) => thingOfPerson(db, params.personId),
    answer: async ({ params: { personId }, body, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updatePerson(tx, personId, { name: cleanName(body.name) })
        await tell(person.changed, { personId })
      })
      return {}
    },
  })

  serve(app, person.birth, {
    about: ({ params }) => thingOfPerson(db, params.personId),
    answer: async ({ params }) => ({ birthYear: (await rowOfPerson(db, params.personId))?.birthYear ?? null }),
  })

  serve(app, person.born, {
    about: ({ params }) => thingOfPerson(db, params.personId),
    answer: async ({ params: { personId }, body: { birthYear }, who }) => {
      if (birthYear !== null) judgeBirthYear(birthYear, clock.now())
      const places = (await thingOfPerson(db, personId))?.memberships ?? []
      // Of an adult nobody needs it; what was known may still be forgotten.
      if (birthYear !== null && !isLearner(places.map(({ role }) => role))) refuse('not-a-learner')
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updatePerson(tx, personId, { birthYear })
        await tell(person.changed, { personId })
      })
      return {}
    },
  })

  serve(app, person.find, { answer: ({ query, who }) => findPeople(db, who, query.name) })

  accessRoutes(app, services)
}
