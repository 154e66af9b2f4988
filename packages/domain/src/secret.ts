import { pictures } from '@sheber/contract/session'
import { refuse } from '@sheber/contract/refusal'

/** What may serve as a password or a child's secret. Hashing is the server's; this only judges. */

export const judgePassword = (password: string, login: string): string => {
  const tooEasy = [...password].length < 10 || new Set(password).size < 4 || password.toLowerCase().includes(login.toLowerCase())
  return tooEasy ? refuse('password-weak') : password
}

export type SecretKind = 'pin' | 'pictures'
export const secretKind = (secret: string): SecretKind => (/^[0-9]{4}$/.test(secret) ? 'pin' : 'pictures')

/** Four equal digits, a run up or down, or a year in which a pupil may be born are guessed first. */
export const judgeSecret = (secret: string): string => {
  if (secretKind(secret) === 'pictures') {
    const chosen = secret.split('-')
    const known = chosen.every((name) => (pictures as readonly string[]).includes(name))
    return known && chosen.length === 3 && new Set(chosen).size > 1 ? secret : refuse('input')
  }
  const steps = new Set([...secret].slice(1).map((digit, i) => Number(digit) - Number(secret[i])))
  const isRun = steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9)
  return isRun || /^20[0-2]\d$/.test(secret) ? refuse('pin-weak') : secret
}
