import { pictures } from '@sheber/contract/session'
import type { Language } from '@sheber/contract/words'
import { judgePassword, judgeSecret } from '@sheber/domain/secret'
import { easyWords } from './easy-words.server.ts'

/** Passwords and secrets made up for people who are added by somebody else. Only here is chance asked. */

/** An even choice below `n`: numbers from the ragged end of the range are drawn again. */
const draw = (n: number): number => {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  const even = Math.floor(2 ** 32 / n) * n
  return number < even ? number % n : draw(n)
}

const pick = <T>(all: readonly T[]): T => all[draw(all.length)] as T

const passes = (judge: () => unknown): boolean => {
  try {
    judge()
    return true
  } catch {
    return false
  }
}

/** Three easy words and two digits, `алма-қыран-тау-47`: about 27 random bits, behind a lock-out. */
export const drawPassword = (language: Language, login: string): string => {
  const digits = `${draw(10)}${draw(10)}`
  const password = [...Array.from({ length: 3 }, () => pick(easyWords[language])), digits].join('-')
  return passes(() => judgePassword(password, login)) ? password : drawPassword(language, login)
}

/** Four digits that pass the same judge as chosen ones. */
export const drawPin = (): string => {
  const pin = Array.from({ length: 4 }, () => draw(10)).join('')
  return passes(() => judgeSecret(pin)) ? pin : drawPin()
}

/** Three different pictures, in order. */
export const drawPictures = (): string => {
  const chosen = new Set<string>()
  while (chosen.size < 3) chosen.add(pick(pictures))
  return [...chosen].join('-')
}

export const drawSecret = (kind: 'pin' | 'pictures'): string => (kind === 'pin' ? drawPin() : drawPictures())
