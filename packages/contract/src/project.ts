import { Type, type Static } from 'typebox'
import { fact, route } from './kit.ts'
import { Id } from './ids.ts'
import { Closed, Moment, Name, Words } from './words.ts'
import { Member } from './team.ts'

/** In the order of the work; which step may follow which is decided in `domain/project`. */
export const projectStates = ['idea', 'design', 'build', 'test', 'ready', 'exhibited', 'archived', 'paused'] as const
export const ProjectState = Type.Enum(projectStates)
export type ProjectState = Static<typeof ProjectState>

export const directions = ['technics', 'aero', 'ship', 'auto', 'robotics', 'electronics', 'modelling', 'software', 'other'] as const
export const Direction = Type.Enum(directions)
export type Direction = Static<typeof Direction>

export const Project = Closed({
  id: Id,
  title: Type.String(),
  direction: Direction,
  brief: Type.String(),
  state: ProjectState,
  /** States that may follow for this reader; empty for one who only looks. */
  next: Type.Array(ProjectState),
  teamId: Id,
  team: Type.String(),
  boardId: Id,
  members: Type.Array(Member),
  changedAt: Moment,
  /** What the reader may do here. */
  may: Type.Enum(['read', 'write'] as const),
})
export type Project = Static<typeof Project>

const projectId = Closed({ projectId: Id })

export const project = {
  /** Projects of my teams, last changed first; for staff also those of their organisation. */
  list: route({ name: 'project.list', method: 'GET', path: '/api/project', reply: Type.Array(Project) }),
  look: route({ name: 'project.look', method: 'GET', path: '/api/project/:projectId', params: projectId, reply: Project }),
  /** Opens a project with an empty board. */
  open: route({
    name: 'project.open',
    method: 'POST',
    path: '/api/team/:teamId/project',
    params: Closed({ teamId: Id }),
    body: Closed({ title: Name, direction: Direction, brief: Words }),
    reply: Project,
  }),
  change: route({
    name: 'project.change',
    method: 'PATCH',
    path: '/api/project/:projectId',
    params: projectId,
    body: Closed({ title: Type.Optional(Name), direction: Type.Optional(Direction), brief: Type.Optional(Words) }),
    reply: Project,
  }),
  step: route({
    name: 'project.step',
    method: 'POST',
    path: '/api/project/:projectId/state',
    params: projectId,
    body: Closed({ state: ProjectState }),
    reply: Project,
    refusals: ['state-step'],
  }),
  opened: fact('project.opened', Closed({ projectId: Id, teamId: Id, title: Type.String() }), (b) => [
    `team:${b.teamId}`,
    `project:${b.projectId}`,
  ]),
  changed: fact('project.changed', Closed({ projectId: Id, teamId: Id, title: Type.String(), state: ProjectState }), (b) => [
    `team:${b.teamId}`,
    `project:${b.projectId}`,
  ]),
}
