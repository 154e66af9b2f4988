import type { Stand } from '@sheber/contract/stand'
import { readBoard } from '@sheber/document/board'
import { readPortfolio } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { savedName } from '@sheber/domain/file'
import { isFilm } from '@sheber/domain/film'
import type { Services } from '../../services.ts'
import { thingOfOwner } from '../portfolio/portfolio.thing.ts'
import { filesOfProject, type Around } from './stand.store.ts'

interface Choice {
  readonly id: string
  readonly kind: Stand['choices']['files'][number]['kind']
  readonly name: string
}

/** What a team may put into its stand, and how much lies on its board. */
export const choicesFor = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  { row, project, team, boardId }: Pick<Around, 'row' | 'project' | 'team' | 'boardId'>,
) => {
  const { things, seen } = await hub.read(boardRoom(boardId), (doc) => {
    const { things } = readBoard(doc)
    const seen = things.flatMap((thing): Choice[] => {
      if (thing.kind === 'image') return [{ id: thing.file, kind: 'picture', name: thing.text }]
      if (thing.kind === 'card' && thing.of === 'file') return [{ id: thing.ref, kind: 'file', name: thing.text }]
      return thing.kind === 'model' ? [{ id: thing.file, kind: 'model', name: thing.text || thing.name }] : []
    })
    // What was sent for the entry alone lies on no board.
    const { clip, files = [] } = row.entry
    const sent = [...(clip ? [clip.fileId] : []), ...files].map((id): Choice => ({ id, kind: 'file', name: '' }))
    return { things: things.length, seen: [...seen, ...sent] }
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
    files: seen.flatMap(({ id, kind, name }, at): Choice[] => {
      const one = known.get(id)
      // Twice on the board is once here.
      if (!one || seen.findIndex((other) => other.id === id) !== at) return []
      const is = one.type.startsWith('image/') ? 'picture' : isFilm(one.type) ? 'film' : one.type.startsWith('model/') ? 'model' : 'file'
      // A model that was put beside the others as a file is taken along as one.
      const fits = kind === is || (kind === 'file' && is !== 'picture')
      // Under the name by which it is taken away: the ending is that of what is inside.
      const shown = name || (is === 'file' ? savedName(one.name, one.type) : one.name)
      return fits ? [{ id, kind: kind === 'file' && is === 'model' ? 'file' : is, name: shown }] : []
    }),
    records,
  }
}
