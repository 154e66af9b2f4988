import { createHash } from 'node:crypto'
import type { OrganisationKind, Role } from '@sheber/contract/organisation'

/** The cast: the same people in tests, seeds and workbench. All are invented. */

export const organisations = {
  centre: { name: 'Центр «Шебер»', kind: 'centre' },
  school: { name: 'Школа № 101', kind: 'school' },
  company: { name: 'Мастерская «Болат»', kind: 'company' },
} as const satisfies Record<string, { name: string; kind: OrganisationKind }>
export type OrganisationName = keyof typeof organisations

interface Part {
  readonly name: string
  readonly role: Role
  readonly organisation: OrganisationName
  /** By password, or by the group's code and a secret. */
  readonly signIn: 'password' | 'code'
}

export const people = {
  botagoz: { name: 'Ботагөз Сәбитқызы', role: 'administrator', organisation: 'centre', signIn: 'password' },
  madina: { name: 'Мадина Ерланқызы', role: 'teacher', organisation: 'centre', signIn: 'password' },
  saule: { name: 'Сәуле Маратқызы', role: 'administrator', organisation: 'school', signIn: 'password' },
  marat: { name: 'Марат Иванович', role: 'teacher', organisation: 'school', signIn: 'password' },
  yerlan: { name: 'Ерлан Болатұлы', role: 'mentor', organisation: 'company', signIn: 'password' },
  gulnara: { name: 'Гульнара Сергеевна', role: 'partner', organisation: 'company', signIn: 'password' },
  sergey: { name: 'Сергей Петрович', role: 'judge', organisation: 'centre', signIn: 'password' },
  aigerim: { name: 'Айгерім С.', role: 'learner', organisation: 'centre', signIn: 'code' },
  daulet: { name: 'Дәулет К.', role: 'learner', organisation: 'school', signIn: 'password' },
  timur: { name: 'Тимур Ж.', role: 'learner', organisation: 'centre', signIn: 'code' },
  zhanna: { name: 'Жанна С.', role: 'guardian', organisation: 'centre', signIn: 'password' },
} as const satisfies Record<string, Part>
export type PersonName = keyof typeof people
export const personNames = Object.keys(people) as PersonName[]

/** Who stands for whom. */
export const guardians = [['zhanna', 'aigerim']] as const satisfies [PersonName, PersonName][]

export const password = 'үш кішкене сөз'
export const pin = '4071'
/** As kept; printed `SHEB-ERKQ`. */
export const groupCode = 'SHEBERKQ'

/** Children and adults of three organisations as equal authors; and a team that has nothing to do with them. */
export const teams = {
  bridge: {
    name: 'Көпір',
    organisation: 'centre',
    members: ['madina', 'aigerim', 'daulet', 'yerlan'],
    project: 'Көпір макеті',
    direction: 'modelling',
  },
  glider: { name: 'Планёр', organisation: 'school', members: ['marat', 'timur'], project: 'Планёр 1 м', direction: 'aero' },
} as const satisfies Record<
  string,
  { name: string; organisation: OrganisationName; members: PersonName[]; project: string; direction: string }
>
export type TeamName = keyof typeof teams

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** The same word, the same id: what a failing test prints can be looked for. */
export const idOf = (word: string): string => {
  const digest = createHash('sha256').update(word).digest()
  return Array.from(digest.subarray(0, 20), (byte) => letters[byte & 31]).join('')
}
