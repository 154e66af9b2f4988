import { languageHere } from '#lib/words/here.ts'

/** A picture for a portfolio's shelf: shrunk, kept on this device until it has come, sent. Its id. @throws {Error} with a sentence to show */
export const sendPicture = async (file: File, { portfolioId, personId }: { portfolioId: string; personId: string }): Promise<string> => {
  const { openFiles, sentenceOf } = await import('#lib/file/index.ts')
  const files = await openFiles({ personId, language: languageHere() })
  try {
    return (await files.sendFile({ portfolioId }, file)).id
  } catch (why) {
    throw new Error(sentenceOf(files.words, why), { cause: why })
  }
}
