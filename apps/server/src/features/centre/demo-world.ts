import type { Tx } from '@sheber/db/open'
import { board, person, project, teamMember } from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import type { Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { shipFrameworks } from '../framework/shipped.ts'
import { boards, drawNotes, placeNotes } from './demo-boards.ts'
import { draw, drawings } from './demo-drawings.ts'
import { fillConsents } from './demo-fill-consents.ts'
import { fillExhibitions } from './demo-fill-exhibitions.ts'
import { fillGroups } from './demo-fill-groups.ts'
import { fillGuardians } from './demo-fill-guardians.ts'
import { fillNotebooks } from './demo-fill-notebooks.ts'
import { fillPeople } from './demo-fill-people.ts'
import { fillPortfolios } from './demo-fill-portfolios.ts'
import { fillProjects } from './demo-fill-projects.ts'
import { projects } from './demo-projects.ts'
import { shown } from './demo-shown.ts'
import { boardOf } from './demo-stands.ts'

const dayMs = 86_400_000

/** The invented centre: six organisations, their people, twelve groups, five teams with a project each. Into an empty database. */
export const fillDemo = async (tx: Tx, tell: Tell, services: Services): Promise<void> => {
  const places = await fillPeople(tx, tell, services)
  await fillGroups(tx, tell, services, places)
  await fillProjects(tx, tell, services, places)
  await fillPortfolios(tx, services, places)
  await fillNotebooks(tx, services, places)
  await fillGuardians(tx, services, places)
  await fillConsents(tx, services, places)
  await fillExhibitions(tx, tell, services, places)
  const { organisations, people } = places
  await shipFrameworks(tx, organisations.get('centre') as string, people.get('Ботагөз Е.') as string, services.clock.now())
}

/** What the teams have on their boards. Draws only what is missing: it may be asked for again after a broken start. */
export const drawDemoBoards = async (services: Services): Promise<void> => {
  const { db, hub, clock } = services
  const rows = await db
    .select({ title: project.title, boardId: board.id, personId: person.id, name: person.name })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(teamMember, eq(teamMember.teamId, project.teamId))
    .innerJoin(person, eq(person.id, teamMember.personId))
  const now = clock.now().getTime()
  // The newest things lie an hour back, so that nothing comes out of the future.
  const at = (daysAgo: number) => now - daysAgo * dayMs - 3_600_000
  const sheets = [
    ...Object.entries(projects).map(([word, { title }]) => ({
      title,
      notes: placeNotes(boards[word as keyof typeof projects]),
      drawn: drawings[word as keyof typeof projects],
    })),
    ...shown.flatMap(({ made, members, entered, title }) =>
      made ? [{ title, notes: placeNotes(boardOf(made, members, entered)), drawn: [] }] : [],
    ),
  ]
  // All at once: their rows share what a commit costs.
  await Promise.all(
    sheets.map(async ({ title, notes, drawn }) => {
      const order = [...new Set([...drawn, ...notes].map(({ author }) => author))]
      const hands = rows.filter((row) => row.title === title).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
      // Each by its author, so that the log says whose hand it was.
      for (const { boardId, personId, name } of hands) {
        const [ownNotes, ownDrawn] = [notes, drawn].map((all) => all.filter(({ author }) => author === name)) as [
          typeof notes,
          typeof drawn,
        ]
        if (ownNotes.length + ownDrawn.length === 0) continue
        await hub.write(boardRoom(boardId), { person: personId, session: null }, 'template', (doc) => {
          draw(doc, ownDrawn, personId, at)
          drawNotes(doc, ownNotes, personId, at)
        })
      }
    }),
  )
}
