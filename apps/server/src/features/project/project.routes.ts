import { project } from '@sheber/contract/project'
import { refuse } from '@sheber/contract/refusal'
import { boardRoom } from '@sheber/document/room'
import { cleanName } from '@sheber/domain/name'
import type { Who } from '@sheber/domain/permission'
import { stepProject } from '@sheber/domain/project'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { thingOfTeam } from '../team/team.thing.ts'
import { lockProject } from './project.lock.ts'
import { insertProject, oneProject, projectsNear, updateProject } from './project.store.ts'
import { thingOfProject } from './project.thing.ts'

export const projectRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { projectId: string } }) => thingOfProject(db, params.projectId)
  const shown = async (who: Who | null, id: string) => (await oneProject(db, who, id)) ?? refuse('not-found')

  serve(app, project.list, { answer: ({ who }) => (who ? projectsNear(db, who) : []) })

  serve(app, project.look, { about, answer: ({ params, who }) => shown(who, params.projectId) })

  serve(app, project.open, {
    about: ({ params }) => thingOfTeam(db, params.teamId),
    answer: async ({ params: { teamId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const [id, boardId] = [newId(), newId()]
      const now = clock.now()
      const row = { ...body, id, teamId, title: cleanName(body.title), createdBy: who.id, createdAt: now, changedAt: now }
      await change(services, who.id, async (tx, tell) => {
        await insertProject(tx, row, boardId)
        await makeRoom(tx, boardRoom(boardId), newId())
        await tell(project.opened, { projectId: id, teamId, title: row.title })
      })
      return shown(who, id)
    },
  })

  serve(app, project.change, {
    about,
    answer: async ({ params: { projectId }, body: { title, direction, brief }, who }) => {
      const set = {
        ...(title !== undefined && { title: cleanName(title) }),
        ...(direction !== undefined && { direction }),
        ...(brief !== undefined && { brief }),
      }
      if (Object.keys(set).length === 0) return shown(who, projectId)
      await change(services, who?.id ?? null, async (tx, tell) => {
        await tell(project.changed, (await updateProject(tx, projectId, { ...set, changedAt: clock.now() })) ?? refuse('not-found'))
      })
      return shown(who, projectId)
    },
  })

  serve(app, project.step, {
    about,
    answer: async ({ params: { projectId }, body, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        const state = stepProject((await lockProject(tx, projectId)) ?? refuse('not-found'), body.state)
        await tell(project.changed, (await updateProject(tx, projectId, { state, changedAt: clock.now() })) ?? refuse('not-found'))
      })
      return shown(who, projectId)
    },
  })
}
