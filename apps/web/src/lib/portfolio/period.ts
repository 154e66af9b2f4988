import type { Language } from '@sheber/contract/words'
import { moments } from '#lib/words/moment.ts'

/** `23 ноября 2026`, or two days with a dash; '' while nobody has said when. */
export const periodOf = (language: Language, { from, to }: { readonly from: string; readonly to: string }): string => {
  const { day } = moments(language)
  // Noon of the device: no time zone makes another day of it.
  const said = [from, to === from ? '' : to].filter(Boolean).map((one) => day(`${one}T12:00:00`))
  return said.join(' – ')
}
