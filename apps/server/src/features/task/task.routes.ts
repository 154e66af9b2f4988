import { wallDay } from '@sheber/domain/day'
import { refuse } from '@sheber/contract/refusal'
import { task } from '@sheber/contract/task'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfProject, type ThingOfProject } from '../project/project.thing.ts'
import { addTask, changeTask, moveTaskTo, setRemoved } from './task.do.ts'
import { countTasks, dueTasks, oneTask, tasksOf } from './task.store.ts'
import { thingOfTask } from './task.thing.ts'

const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')
const dayMs = 86_400_000

export const taskRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { taskId: string } }) => thingOfTask(db, params.taskId)
  const aboutProject = ({ params }: { params: { projectId: string } }) => thingOfProject(db, params.projectId)
  const shown = async (id: string) => (await oneTask(db, id)) ?? refuse('not-found')
  const today = () => wallDay(clock.now())
  const mayOf = (who: Who | null, thing: ThingOfProject): 'read' | 'write' => (may(who, 'task.change', thing) ? 'write' : 'read')

  serve(app, task.list, {
    about: aboutProject,
    answer: async ({ params: { projectId }, who }) => {
      const thing = (await thingOfProject(db, projectId)) ?? refuse('not-found')
      return { ...(await tasksOf(db, projectId)), today: today(), may: mayOf(who, thing) }
    },
  })

  serve(app, task.count, { about: aboutProject, answer: ({ params }) => countTasks(db, params.projectId, today()) })

  serve(app, task.add, {
    about: aboutProject,
    answer: async ({ params: { projectId }, body, who }) => {
      await addTask(services, projectId, signedIn(who).id, body)
      return shown(body.id)
    },
  })

  serve(app, task.look, {
    about,
    answer: async ({ params: { taskId }, who }) => {
      const thing = (await thingOfTask(db, taskId)) ?? refuse('not-found')
      return { task: await shown(taskId), today: today(), may: mayOf(who, thing) }
    },
  })

  serve(app, task.change, {
    about,
    answer: async ({ params: { taskId }, body, who }) => {
      await changeTask(services, taskId, signedIn(who).id, body)
      return shown(taskId)
    },
  })

  serve(app, task.move, {
    about,
    answer: async ({ params: { taskId }, body, who }) => {
      await moveTaskTo(services, taskId, signedIn(who).id, body)
      return shown(taskId)
    },
  })

  for (const [promise, removed] of [
    [task.remove, true],
    [task.restore, false],
  ] as const)
    serve(app, promise, {
      about,
      answer: async ({ params: { taskId }, who }) => {
        await setRemoved(services, taskId, signedIn(who).id, removed)
        return shown(taskId)
      },
    })

  serve(app, task.mine, {
    answer: ({ who }) => {
      const now = clock.now()
      return dueTasks(db, signedIn(who), wallDay(now), wallDay(new Date(now.getTime() + dayMs)))
    },
  })
}
