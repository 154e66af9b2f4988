import type { Body } from '@sheber/document/body'
import type { PortfolioRecord } from '@sheber/document/portfolio'

export interface Choice {
  readonly fileId: string
  readonly alt: string
}

/** More are a wall of pictures, and not a choice. */
const choicesMax = 24

const picturesOf = (body: Body): Choice[] =>
  body.flatMap((part): Choice[] => {
    if ('text' in part) return []
    const { fileId, alt, caption } = part.attributes
    const own = part.name === 'picture' && typeof fileId === 'string' && fileId !== ''
    return [...(own ? [{ fileId, alt: String(alt || caption || '') }] : []), ...picturesOf(part.content)]
  })

/** Pictures that stand in the words already, each once, with what is said of it there. */
export const picturesToChoose = (records: readonly Pick<PortfolioRecord, 'body'>[]): readonly Choice[] => {
  const all = records.flatMap(({ body }) => picturesOf(body))
  return all.filter(({ fileId }, at) => all.findIndex((one) => one.fileId === fileId) === at).slice(0, choicesMax)
}
