import type { Role } from '@sheber/contract/organisation'
import { expect, it } from 'vitest'
import { judgeNewPerson, judgeNewSecret, type SignIn } from './person.ts'

const code = (judge: () => void) => {
  try {
    judge()
    return 'taken'
  } catch (refused) {
    return (refused as { code: string }).code
  }
}

const good = 'три тёплых носка'

it.each<[Role, SignIn & { groupId?: string }, string]>([
  ['learner', {}, 'taken'],
  ['mentor', {}, 'taken'],
  ['teacher', { login: 'madina', password: good }, 'taken'],
  ['learner', { login: 'daulet', password: good, secret: '2580' }, 'taken'],
  ['learner', { groupId: 'g', secret: 'sun-fish-key' }, 'taken'],
  ['teacher', { groupId: 'g' }, 'not-a-learner'],
  ['teacher', { secret: '2580' }, 'input'],
  ['teacher', { login: 'madina' }, 'input'],
  ['teacher', { password: good }, 'input'],
  ['teacher', { login: 'madina', password: 'short' }, 'password-weak'],
  ['learner', { secret: '1234' }, 'pin-weak'],
])('a new %s with %o: %s', (role, asked, verdict) => expect(code(() => judgeNewPerson({ role, ...asked }))).toBe(verdict))

it.each<[string | null, Role[], SignIn, string]>([
  ['madina', ['teacher'], { password: good }, 'taken'],
  [null, ['teacher'], { login: 'madina', password: good }, 'taken'],
  [null, ['learner', 'learner'], { secret: '2580' }, 'taken'],
  [null, ['teacher'], { password: good }, 'input'],
  ['madina', ['teacher'], { login: 'other', password: good }, 'input'],
  ['madina', ['teacher'], { secret: '2580' }, 'input'],
  [null, ['learner', 'mentor'], { secret: '2580' }, 'input'],
  [null, [], { secret: '2580' }, 'input'],
  ['daulet', ['learner'], { secret: '2580', password: good }, 'input'],
  ['daulet', ['learner'], {}, 'input'],
  [null, ['learner'], { login: 'daulet', secret: '2580' }, 'input'],
  ['madina', ['teacher'], { password: 'madina-madina' }, 'password-weak'],
  [null, ['learner'], { secret: '2011' }, 'pin-weak'],
])('for one with login %s as %o, %o: %s', (login, roles, asked, verdict) =>
  expect(code(() => judgeNewSecret({ login, roles }, asked))).toBe(verdict),
)
