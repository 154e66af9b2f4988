import { contribution, type Contribution } from '@sheber/contract/contribution'
import { refuse } from '@sheber/contract/refusal'
import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { isOffered } from '@sheber/domain/contribution'
import type { Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { handsIn } from '../evidence/evidence.suggest.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { boardsTouched, decline, ownPortfolio, restore } from './contribution.store.ts'

export const contributionRoutes = (app: FastifyInstance, services: Services, handsOf: HandsOf) => {
  const { db, hub, clock } = services
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)

  /** Boards of which somebody's own portfolio shows something. */
  const shownBy = async (personId: string): Promise<ReadonlySet<string>> => {
    const id = await ownPortfolio(db, personId)
    if (id === null) return new Set()
    const { records } = await hub.read(portfolioRoom(id), (doc) => readPortfolio(doc, new Map(), readWithoutBody))
    return new Set(records.flatMap(({ pieces }) => pieces.map(({ boardId }) => boardId)))
  }

  const offeredTo = async (who: Who): Promise<Contribution[]> => {
    const boards = await boardsTouched(db, who.id)
    if (boards.length === 0) return []
    const shown = await shownBy(who.id)
    const offered: Contribution[] = []
    // One after the other: a look at a page holds nobody's board up.
    for (const { boardId, title, projectId, project } of boards.filter((one) => !shown.has(one.boardId))) {
      const piece = { id: '', kind: 'board', boardId, versionId: '', things: [], fileId: '', pageId: '', caption: '', z: '' } as const
      const { things, people } = await handsIn(services, handsOf, { who, pieces: [piece], people: [who.id] })
      const [mine] = people
      if (!mine || !isOffered({ things, mine: mine.things })) continue
      const at = mine.last
      offered.push({ boardId, title: title || project, project: { id: projectId, title: project }, things, mine: mine.things, at })
    }
    return offered.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }

  serve(app, contribution.list, { answer: ({ who }) => (who ? offeredTo(who) : refuse('sign-in-needed')) })

  serve(app, contribution.decline, {
    about,
    answer: async ({ params: { boardId }, who }) => {
      const { id: personId } = who ?? refuse('sign-in-needed')
      await change(services, personId, (tx) => decline(tx, { personId, boardId, createdAt: clock.now() }))
      return {}
    },
  })

  serve(app, contribution.restore, {
    about,
    answer: async ({ params: { boardId }, who }) => {
      const { id: personId } = who ?? refuse('sign-in-needed')
      await change(services, personId, (tx) => restore(tx, { personId, boardId }))
      return {}
    },
  })
}
