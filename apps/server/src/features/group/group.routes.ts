import { group } from '@sheber/contract/group'
import { refuse } from '@sheber/contract/refusal'
import { cleanName } from '@sheber/domain/name'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { seatLearner, unseatLearner } from './group.learner.ts'
import { groupsOf, insertGroup, isLearnerOf, oneGroup, renewCode, setSimple } from './group.store.ts'
import { thingOfGroup } from './group.thing.ts'

export const groupRoutes = (app: FastifyInstance, services: Services) => {
  const { db, newId, clock } = services
  const about = ({ params }: { params: { groupId: string } }) => thingOfGroup(db, params.groupId)
  const organisationOf = async (groupId: string) => ((await thingOfGroup(db, groupId)) ?? refuse('not-found')).id
  const shown = async (id: string) => (await oneGroup(db, id)) ?? refuse('not-found')

  serve(app, group.list, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: ({ params }) => groupsOf(db, params.organisationId),
  })

  serve(app, group.add, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: async ({ params: { organisationId }, body, who }) => {
      const id = newId()
      await change(services, who?.id ?? null, async (tx, tell) => {
        await insertGroup(tx, newId, { id, organisationId, name: cleanName(body.name) })
        await tell(group.changed, { groupId: id, organisationId })
      })
      return shown(id)
    },
  })

  serve(app, group.join, {
    about,
    answer: async ({ params: { groupId }, body: { personId }, who }) => {
      const organisationId = await organisationOf(groupId)
      await change(services, who?.id ?? null, async (tx, tell) => {
        if (!(await isLearnerOf(tx, organisationId, personId))) refuse('not-a-learner')
        if (!(await seatLearner(tx, groupId, personId))) refuse('already-member')
        await tell(group.changed, { groupId, organisationId })
      })
      return {}
    },
  })

  serve(app, group.leave, {
    about,
    answer: async ({ params: { groupId, personId }, who }) => {
      const organisationId = await organisationOf(groupId)
      await change(services, who?.id ?? null, async (tx, tell) => {
        if (!(await unseatLearner(tx, groupId, personId))) refuse('not-found')
        await tell(group.changed, { groupId, organisationId })
      })
      return {}
    },
  })

  serve(app, group.code, {
    about,
    answer: async ({ params: { groupId }, who }) => {
      const organisationId = await organisationOf(groupId)
      await change(services, who?.id ?? null, async (tx, tell) => {
        await renewCode(tx, newId, groupId)
        await tell(group.changed, { groupId, organisationId })
      })
      return shown(groupId)
    },
  })

  serve(app, group.simplify, {
    about,
    answer: async ({ params: { groupId }, body: { simple }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { organisationId, learners } = await shown(groupId)
      await change(services, who.id, async (tx, tell) => {
        if (!(await setSimple(tx, groupId, simple ? { at: clock.now(), by: who.id } : null))) return
        await tell(group.changed, { groupId, organisationId })
        for (const { id } of learners) await tell(group.simplified, { groupId, personId: id, simple })
      })
      return shown(groupId)
    },
  })
}
