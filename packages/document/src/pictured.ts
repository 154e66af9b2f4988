import { idPattern } from '@sheber/contract/ids'
import type { Body } from './body.ts'

/** Pictures that stand in words, with what is said of each. */
export const picturesOf = (body: Body): { fileId: string; alt: string }[] =>
  body.flatMap((part) => {
    if ('text' in part) return []
    const { fileId, alt } = part.attributes
    const own = part.name === 'picture' && typeof fileId === 'string' && idPattern.test(fileId)
    return [...(own ? [{ fileId, alt: typeof alt === 'string' ? alt : '' }] : []), ...picturesOf(part.content)]
  })
