import { project as toldProject } from '@sheber/contract/project'
import { team as toldTeam } from '@sheber/contract/team'
import type { Tx } from '@sheber/db/open'
import { board, project, team, teamMember } from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { fillComments } from './demo-fill-comments.ts'
import { fillTasks } from './demo-fill-tasks.ts'
import { projects, type DemoProject } from './demo-projects.ts'
import type { Ids } from './demo-fill-people.ts'
import { shown } from './demo-shown.ts'

export const fillProjects = async (tx: Tx, tell: Tell, services: Services, ids: Ids): Promise<void> => {
  for (const [word, one] of Object.entries<DemoProject>(projects))
    await fillProject(tx, tell, services, ids, { ...one, word: word as keyof typeof projects })
  // What was made to be shown, of this year and of the last.
  for (const { made, members, entered, stand } of shown) {
    if (!made) continue
    const { title, team: name, place, direction, state } = made
    const one = { title, team: name, place, direction, state, members, brief: stand.about, opened: entered + 75, changed: entered }
    await fillProject(tx, tell, services, ids, { ...one, word: null })
  }
}

/** `null`: nobody talks about its board. */
type Worded = DemoProject & { readonly word: keyof typeof projects | null }

const fillProject = async (tx: Tx, tell: Tell, services: Services, { organisations, people }: Ids, one: Worded) => {
  const { newId, clock } = services
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
  const [teamId, projectId, boardId] = [newId(), newId(), newId()]
  const members = one.members.map((name) => ({ name, personId: people.get(name) as string }))
  const createdAt = daysAgo(one.opened)
  const { title, direction, brief, state } = one

  await tx.insert(team).values({ id: teamId, name: one.team, organisationId: organisations.get(one.place) as string, createdAt })
  await tx.insert(teamMember).values(members.map(({ personId }) => ({ teamId, personId, createdAt })))
  await tx.insert(project).values({
    id: projectId,
    teamId,
    title,
    direction,
    brief,
    state,
    createdBy: members[0]?.personId as string,
    createdAt,
    changedAt: daysAgo(one.changed),
  })
  await tx.insert(board).values({ id: boardId, projectId, createdAt })
  await makeRoom(tx, boardRoom(boardId), newId())
  if (one.word !== null) {
    await fillComments(tx, services, { word: one.word, boardId, members })
    await fillTasks(tx, services, { word: one.word, projectId, members })
  }

  for (const member of members) await tell(toldTeam.joined, { teamId, team: one.team, ...member })
  await tell(toldProject.opened, { projectId, teamId, title })
}
