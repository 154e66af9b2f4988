import type { notebook } from '@sheber/contract/notebook'
import type { version } from '@sheber/contract/version'
import { ask } from '#lib/api.ts'

/** A name of a version holds the plain signs of names only. */
const plain = (name: string): string =>
  name
    .replace(/[^\p{L}\p{M}\p{N} .,'’"«»“”()№#&/+\-–—!?:]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim()

/** Keeps a board as it is now, under the first of these names that says something. The id of that version. @throws {Refused} */
export const freeze = async (boardId: string, ...names: readonly string[]): Promise<string> => {
  const name = names.map(plain).find(Boolean) ?? ''
  const kept = await ask<typeof version.make>(fetch, 'POST', '/api/board/:boardId/version', { params: { boardId }, body: { name } })
  return kept.id
}

/** Keeps a page of a notebook as it is now. @throws {Refused} */
export const keepPage = async (pageId: string): Promise<{ readonly pageId: string; readonly versionId: string }> => {
  const { versionId } = await ask<typeof notebook.keep>(fetch, 'POST', '/api/notebook/:pageId/version', { params: { pageId } })
  return { pageId, versionId }
}
