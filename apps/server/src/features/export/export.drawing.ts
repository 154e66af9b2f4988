import { idPattern } from '@sheber/contract/ids'
import type { Piece } from '@sheber/document/portfolio'
import type { Doors } from './export.gather.ts'

/**
 * A piece of a board as it was frozen, painted by the pages as they paint it on the screen; by the rights of whoever carries it away.
 * Null: it is closed to them, or there is nothing on it any more, or there are no pages.
 */
export const drawingOf = async (
  doors: Doors,
  { kind, boardId, versionId, things }: Pick<Piece, 'kind' | 'boardId' | 'versionId' | 'things'>,
  letters: boolean,
): Promise<string | null> => {
  if (kind === 'file' || kind === 'page' || !idPattern.test(boardId) || !idPattern.test(versionId)) return null
  const query = new URLSearchParams({ kind, things: things.join(','), ...(letters && { letters: '' }) })
  const bytes = await doors.bytes(`/board/${boardId}/version/${versionId}/part.svg?${query.toString()}`)
  const svg = bytes?.toString('utf8') ?? ''
  return svg.includes('<svg') ? svg : null
}

const picture = /(xlink:href|href)="(\/files\/[a-z0-9]{20}\/\d+\.webp)"/g

/** Its pictures put into it, so that it needs nothing beside itself; `as` turns them into what the reader knows. */
export const whole = async (
  doors: Pick<Doors, 'bytes'>,
  svg: string,
  as: (webp: Buffer) => Promise<{ type: string; bytes: Buffer }> = (bytes) => Promise.resolve({ type: 'image/webp', bytes }),
): Promise<string> => {
  const data = new Map<string, string>()
  for (const url of new Set(Array.from(svg.matchAll(picture), ([, , at]) => at ?? ''))) {
    const found = await doors.bytes(url)
    const told = found && (await as(found).catch(() => null))
    // What does not come leaves its words, which stand beneath it.
    data.set(url, told ? `data:${told.type};base64,${told.bytes.toString('base64')}` : '')
  }
  return svg.replace(picture, (_, name: string, url: string) => (data.get(url) ? `${name}="${data.get(url) ?? ''}"` : ''))
}
