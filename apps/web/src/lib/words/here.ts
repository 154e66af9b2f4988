import type { Language } from '@sheber/contract/words'

const languages: readonly string[] = ['kk', 'ru', 'en'] satisfies Language[]

/** The language of the page, as the browser knows it: for what is fetched later. */
export const languageHere = (): Language => {
  const { lang } = document.documentElement
  return languages.includes(lang) ? (lang as Language) : 'ru'
}
