import { readBoard } from '@sheber/document/board'
import { readPortfolio } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import type { Services } from '../../services.ts'
import { thingOfOwner } from '../portfolio/portfolio.thing.ts'
import { filesOfProject, type Around } from './stand.store.ts'

/** What a team may put into its stand, and how much lies on its board. */
export const choicesFor = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  { project, team, boardId }: Pick<Around, 'project' | 'team' | 'boardId'>,
) => {
  const { things, seen } = await hub.read(boardRoom(boardId), (doc) => {
    const { things } = readBoard(doc)
    const seen = things.flatMap((thing): { id: string; kind: 'picture' | 'model'; name: string }[] => {
      if (thing.kind === 'image') return [{ id: thing.file, kind: 'picture', name: thing.text }]
      return thing.kind === 'model' ? [{ id: thing.file, kind: 'model', name: thing.text || thing.name }] : []
    })
    return { things: things.length, seen }
  })
  const files = await filesOfProject(
    db,
    project.id,
    seen.map(({ id }) => id),
  )
  const known = new Map(files.map((one) => [one.id, one]))
  const portfolioId = (await thingOfOwner(db, 'team', team.id))?.id ?? ''
  const records =
    portfolioId === ''
      ? []
      : await hub.read(portfolioRoom(portfolioId), (doc) =>
          // Others are their authors' and their circle's: an exhibition is for everybody.
          readPortfolio(doc).records.flatMap(({ id, title, audience }) => (audience.includes('public') ? [{ id, title }] : [])),
        )
  return {
    things,
    files: seen.flatMap(({ id, kind, name }, at) => {
      const one = known.get(id)
      const fits = one?.type.startsWith(kind === 'model' ? 'model/' : 'image/')
      // Twice on the board is once here.
      return one && fits && seen.findIndex((other) => other.id === id) === at ? [{ id, kind, name: name || one.name }] : []
    }),
    records,
  }
}
