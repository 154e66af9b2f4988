import type { Contribution } from '@sheber/contract/contribution'
import type { portfolio } from '@sheber/contract/portfolio'
import { titleMax, type NewRecord } from '@sheber/document/portfolio'
import { ask } from '#lib/api.ts'
import { newThingId } from '#lib/new-id.ts'
import { freshRecord } from '#lib/portfolio/fresh.ts'
import { freeze } from '#lib/portfolio/piece/freeze.ts'
import { put } from '#lib/portfolio/show/put.ts'

/** What has been made already, under which names: whoever presses again after a cut goes on with it. */
export interface Begun {
  readonly record: NewRecord
  readonly pieceId: string
  versionId: string
}

export const begin = ({ title, project }: Contribution): Begun => ({
  record: { ...freshRecord('made'), title: title.slice(0, titleMax), project: project.id },
  pieceId: newThingId(),
  versionId: '',
})

/** A record in one's own portfolio with the board as it is now. Where it stands. @throws {Refused} @throws {PutTrouble} */
export const take = async (
  me: { readonly id: string; readonly name: string },
  { boardId, title }: Contribution,
  begun: Begun,
): Promise<string> => {
  const { id } = await ask<typeof portfolio.open>(fetch, 'POST', '/api/portfolio', { body: { of: 'person', id: me.id } })
  begun.versionId ||= await freeze(boardId, title)
  const piece = { id: begun.pieceId, kind: 'board' as const, boardId, versionId: begun.versionId, caption: title.slice(0, 80) }
  await put({ portfolioId: id, me, record: begun.record, piece })
  return `/portfolio/${id}#record-${begun.record.id}`
}
