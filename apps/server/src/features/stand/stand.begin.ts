import type { Entry } from '@sheber/contract/stand'
import type { Language } from '@sheber/contract/words'
import { readBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { cleanName } from '@sheber/domain/name'
import type { Who } from '@sheber/domain/permission'
import { firstEntry } from '@sheber/domain/stand'
import type { Services } from '../../services.ts'
import { handsIn } from '../evidence/evidence.suggest.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { filesOfProject, peopleOfTeams } from './stand.store.ts'
import { beginWords } from './stand.words.ts'

interface Room {
  readonly who: Who
  readonly language: Language
  readonly project: { readonly id: string; readonly teamId: string; readonly title: string; readonly brief: string }
  readonly boardId: string
}

/** An entry as the project's room already tells it: title, brief, the first picture, and whose hands did how much. */
export const entryFrom = async (
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  handsOf: HandsOf,
  { who, language, project, boardId }: Room,
): Promise<Entry> => {
  const members = await peopleOfTeams(db, [project.teamId])
  const pictured = await hub.read(boardRoom(boardId), (doc) =>
    readBoard(doc).things.flatMap((thing) => (thing.kind === 'image' ? [thing.file] : [])),
  )
  const files = await filesOfProject(db, project.id, pictured)
  const pictures = files.filter(({ type, width }) => type.startsWith('image/') && width !== null).map(({ id }) => id)
  const piece = { id: '', kind: 'board', boardId, versionId: '', things: [], fileId: '', pageId: '', caption: '', z: '' } as const
  const { things, people } = await handsIn({ db, hub }, handsOf, { who, pieces: [piece], people: members.map(({ id }) => id) })
  return firstEntry({
    title: cleanName(project.title).slice(0, 80).trim(),
    about: project.brief,
    posterId: pictured.find((id) => pictures.includes(id)) ?? null,
    members,
    hands: people,
    things,
    words: beginWords[language],
  })
}
