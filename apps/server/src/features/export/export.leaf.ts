import { idPattern } from '@sheber/contract/ids'
import type { notebook } from '@sheber/contract/notebook'
import { Refusal } from '@sheber/contract/refusal'
import type { Body } from '@sheber/document/body'
import { readPage } from '@sheber/document/notebook'
import type { Piece } from '@sheber/document/portfolio'
import { openVersion } from '../../sync/room-version.ts'
import type { Doors } from './export.gather.ts'

/** The words of a page of a notebook as they were frozen, by the rights of whoever carries them away; null: closed to them, or it is no page. */
export const leafOf = async (
  doors: Pick<Doors, 'ask'>,
  { kind, pageId, versionId }: Pick<Piece, 'kind' | 'pageId' | 'versionId'>,
): Promise<Body | null> => {
  if (kind !== 'page' || !idPattern.test(pageId) || !idPattern.test(versionId)) return null
  try {
    const { update } = await doors.ask<typeof notebook.kept>(`/api/notebook/${pageId}/version/${versionId}`)
    return readPage(openVersion(Buffer.from(update, 'base64')))
  } catch (why) {
    if (why instanceof Refusal) return null
    throw why
  }
}
