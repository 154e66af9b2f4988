import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

export type DeviceWords = typeof ru

/** Apart from the other words: few pages need them, and those seldom. */
export const loadDeviceWords = async (language: Language): Promise<DeviceWords> => {
  const catalogues = { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }
  return (await catalogues[language]()).default
}
