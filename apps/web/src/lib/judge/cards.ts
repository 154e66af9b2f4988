import { Refused, type Problem } from '#lib/api.ts'
import { saveFile } from '#lib/save-file.ts'

/** A link that was made just now; nobody else has it, the server neither. */
export interface Made {
  readonly judgeId: string
  readonly name: string
  readonly secret: string
}

/** One of each judge, and of two links the one that opens: the new one. */
export const withLink = (links: readonly Made[], made: Made): Made[] => [...links.filter(({ judgeId }) => judgeId !== made.judgeId), made]

/** On paper, to be cut apart. The links travel in the body, which nobody writes down. */
export const saveCards = async (
  fetch: typeof globalThis.fetch,
  exhibitionId: string,
  links: readonly Made[],
  name: string,
  save: (file: File) => void = saveFile,
): Promise<void> => {
  const response = await fetch(`/files/exhibition/${exhibitionId}/cards.pdf`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cards: links.map(({ judgeId, secret }) => ({ judgeId, secret })) }),
  }).catch(() => null)
  if (!response?.ok) {
    const problem = (await response?.json().catch(() => null)) as Problem | null | undefined
    throw new Refused(response?.status ?? 0, problem ?? { code: 'offline', message: '', requestId: '' })
  }
  save(new File([await response.blob()], `${name}.pdf`, { type: 'application/pdf' }))
}
