import { Refused } from '#lib/api.ts'
import type { Form } from '#lib/form.ts'
import { loadWords } from '#lib/words/load.ts'
import type { Language } from '@sheber/contract/words'
import { judgeSecret } from '@sheber/domain/secret'
import { drawSecret } from './draw.server.ts'

/** The secret that a form asks for: how to come by one for each person, or null for "later". */
export type Secrets = (() => string) | null

const no = async (language: Language, field: string): Promise<never> => {
  const s = (await loadWords(language, '/centre')).organisation.secret
  const message = field === 'pin' ? s.ownProblem : s.ownPicturesProblem
  throw new Refused(400, { code: 'input', message, requestId: '', fields: [field] })
}

/** Reads `SecretChoice`. What somebody chose themselves serves for one person only, and is judged before anybody is added. */
export const readSecrets = async (form: Form, people: number, language: Language): Promise<Secrets> => {
  const kind = form.text('kind')
  if (kind === 'none') return null
  const field = kind === 'pictures' ? 'picture' : 'pin'
  const own = field === 'pin' ? form.text('pin') : form.all('picture').join('-')
  if (/^-*$/.test(own)) return () => drawSecret(kind === 'pictures' ? 'pictures' : 'pin')
  const isShaped = field === 'pin' ? /^\d{4}$/.test(own) : /^[a-z]+-[a-z]+-[a-z]+$/.test(own)
  if (people !== 1 || !isShaped) return no(language, field)
  try {
    judgeSecret(own)
  } catch {
    return no(language, field)
  }
  return () => own
}
