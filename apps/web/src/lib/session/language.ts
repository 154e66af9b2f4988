import { languages, type Language } from '@sheber/contract/words'

const known = (said: string | undefined): Language | undefined => languages.find((language) => language === said)

/** The first of our languages that the browser asks for; the order of the header is taken as the order of wishes. */
const wished = (accept: string | null): Language | undefined => {
  const asked = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { language: known(tag.slice(0, 2).toLowerCase()), weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ weight }) => weight > 0)
  // `sort` is stable: equal weights stay in the order in which they were written.
  return asked.sort((a, b) => b.weight - a.weight).find(({ language }) => language)?.language
}

/** Whoever spoke last and nearest decides: this device, this person, this browser, this centre. */
export const resolveLanguage = (said: {
  cookie: string | undefined
  person: Language | undefined
  accept: string | null
  centre: Language | undefined
}): Language => known(said.cookie) ?? said.person ?? wished(said.accept) ?? said.centre ?? 'kk'
