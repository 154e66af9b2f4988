import type { IncomingHttpHeaders } from 'node:http'
import { type Language, languages } from '@sheber/contract/words'
import { cookieIn } from './cookie.ts'

const isLanguage = (word: string | undefined): word is Language => (languages as readonly (string | undefined)[]).includes(word)

/** The language the reader chose by hand, remembered on the device. */
export const chosenLanguage = (headers: IncomingHttpHeaders): Language | undefined => {
  const word = cookieIn(headers.cookie, 'language')
  return isLanguage(word) ? word : undefined
}

/** The first of the browser's languages that Sheber speaks. */
export const acceptedLanguage = (headers: IncomingHttpHeaders): Language | undefined =>
  (headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';')
      return { word: tag.split('-')[0]?.toLowerCase(), weight: Number(quality.trim().slice(2)) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ word }) => word)
    .find(isLanguage)
