import type { Block } from '@sheber/document/body'

/** A picture of the portfolio, in the width of a page. */
export const pictureUrl = (fileId: string): string => `/files/${encodeURIComponent(fileId)}/960.webp`

/** A joker's cell is as wide as the whole page at most. */
const spanMax = 20

export const spanOf = ({ attributes }: Block, name: 'colspan' | 'rowspan'): number | undefined => {
  const span = Number(attributes[name])
  return Number.isInteger(span) && span > 1 ? Math.min(span, spanMax) : undefined
}
