import type { Role } from '@sheber/contract/organisation'
import { refuse } from '@sheber/contract/refusal'
import { judgePassword, judgeSecret } from './secret.ts'

/** How somebody is to sign in: an adult by name and password, a learner also by a group's code and a secret. */
export interface SignIn {
  readonly login?: string
  readonly password?: string
  readonly secret?: string
}

/** A new person may come with no way to sign in; one half of a way is a mistake. */
export const judgeNewPerson = ({
  role,
  groupId,
  birthYear,
  login,
  password,
  secret,
}: SignIn & { role: Role; groupId?: string; birthYear?: number }): void => {
  const isLearner = role === 'learner'
  if ((groupId !== undefined || birthYear !== undefined) && !isLearner) refuse('not-a-learner')
  // Four digits guard a child's drawings, not a teacher's rights.
  if (secret !== undefined && !isLearner) refuse('input')
  if ((login === undefined) !== (password === undefined)) refuse('input')
  if (login !== undefined && password !== undefined) judgePassword(password, login)
  if (secret !== undefined) judgeSecret(secret)
}

/** A new secret or a new password for somebody: exactly one. A login comes along only where there is none yet. */
export const judgeNewSecret = (
  person: { readonly login: string | null; readonly roles: readonly Role[] },
  { login, password, secret }: SignIn,
): void => {
  if ((secret === undefined) === (password === undefined)) refuse('input')
  if (secret !== undefined) {
    if (login !== undefined || !isLearner(person.roles)) refuse('input')
    judgeSecret(secret)
  }
  if (password !== undefined) {
    if (login !== undefined && person.login !== null) refuse('input')
    judgePassword(password, person.login ?? login ?? refuse('input'))
  }
}

/** The years a centre has to do with; nobody is born next year. */
export const judgeBirthYear = (birthYear: number, now: Date): void => {
  if (birthYear < 1930 || birthYear > now.getUTCFullYear()) refuse('birth-year')
}

/** Nothing but a learner, everywhere. */
export const isLearner = (roles: readonly Role[]): boolean => roles.length > 0 && roles.every((role) => role === 'learner')
