import type { File as SentFile } from '@sheber/contract/file'
import { languageHere } from '#lib/words/here.ts'

interface To {
  readonly portfolioId: string
  readonly personId: string
}

/** Onto a portfolio's shelf: a picture shrunk, kept on this device until it has come, sent. `tell` hears how much of it is there, in percent. @throws {Error} with a sentence to show */
export const sendFile = async (
  file: File,
  { portfolioId, personId }: To,
  tell: (percent: number) => void = () => {},
): Promise<SentFile> => {
  const { openFiles, sentenceOf } = await import('#lib/file/index.ts')
  const files = await openFiles({ personId, language: languageHere() })
  try {
    return await files.sendFile({ portfolioId }, file, ({ sent, total }) => tell(Math.floor((100 * sent) / Math.max(1, total))))
  } catch (why) {
    throw new Error(sentenceOf(files.words, why), { cause: why })
  }
}

/** Its id. @throws {Error} with a sentence to show */
export const sendPicture = async (file: File, to: To): Promise<string> => (await sendFile(file, to)).id
