import type { BrowserContext } from '@playwright/test'
import type { centre } from '@sheber/contract/centre'
import type { file } from '@sheber/contract/file'
import type { group } from '@sheber/contract/group'
import type { guardian } from '@sheber/contract/guardian'
import type { notebook } from '@sheber/contract/notebook'
import type { organisation, Office } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import type { portfolio } from '@sheber/contract/portfolio'
import type { project, Project } from '@sheber/contract/project'
import type { session } from '@sheber/contract/session'
import type { team, Team } from '@sheber/contract/team'
import type { Language } from '@sheber/contract/words'
import sharp from 'sharp'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'

/**
 * What stands before a test begins, made through the same API that the pages use. The tests that are *about*
 * adding people or opening projects do it with their hands (pages.ts).
 */

/** Somebody's API, with a cookie jar of its own. */
export interface Hand {
  readonly fetch: typeof globalThis.fetch
  /** Cookies as the browser would keep them. */
  readonly cookies: ReadonlyMap<string, string>
}

export const openHand = (url: string): Hand => {
  const cookies = new Map<string, string>()
  const fetch: typeof globalThis.fetch = async (path, init) => {
    const headers = new Headers(init?.headers)
    headers.set('accept-language', 'ru')
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await globalThis.fetch(new URL(String(path), url), { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      // Emptied is how a server takes one away.
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  return { fetch, cookies }
}

export interface Adult {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly password: string
  readonly hand: Hand
}

export interface Learner {
  readonly id: string
  readonly name: string
  /** Four digits, or three pictures joined by hyphens. */
  readonly secret: string
}

export interface Group {
  readonly id: string
  readonly name: string
  /** As printed on the card. */
  readonly code: string
}

/** A centre and a partner school, each with what the tests need to begin. */
export interface Centre {
  readonly url: string
  readonly name: string
  readonly id: string
  readonly schoolId: string
  readonly school: string
  readonly administrator: Adult
}

const password = 'верстак рубанок стружка'

export const signInBy = async (url: string, { login, password }: { login: string; password: string }): Promise<Hand> => {
  const hand = openHand(url)
  await ask<typeof session.open>(hand.fetch, 'POST', '/api/session', { body: { login, password } })
  return hand
}

export const seedCentre = async (url: string, language: Language = 'ru'): Promise<Centre> => {
  const hand = openHand(url)
  const name = 'Центр «Шебер»'
  const administrator = { name: 'Сауле Ахметова', login: 'saule', password }
  await ask<typeof centre.create>(hand.fetch, 'POST', '/api/centre', {
    body: { name, language, person: administrator.name, login: administrator.login, password },
  })
  const school = await ask<typeof organisation.add>(hand.fetch, 'POST', '/api/organisation', {
    body: { name: 'Сельская школа «Жазық»', kind: 'school' },
  })
  const all = await ask<typeof organisation.list>(hand.fetch, 'GET', '/api/organisation')
  const id = all.find(({ kind }) => kind === 'centre')?.id ?? ''
  const me = await ask<typeof session.me>(hand.fetch, 'GET', '/api/session')
  return { url, name, id, schoolId: school.id, school: school.name, administrator: { ...administrator, id: me.person?.id ?? '', hand } }
}

// In a house that many files share no name may be the beginning of another.
let count = 1_000
/** Nobody is met twice: `Айдана 1007`. */
export const fresh = (name: string): string => `${name} ${++count}`

export const seedAdult = async (
  centre: Centre,
  { organisationId = centre.id, role = 'teacher' as Office, name = 'Марат' } = {},
): Promise<Adult> => {
  const login = `adult${++count}`
  const full = fresh(name)
  const { id } = await ask<typeof person.add>(centre.administrator.hand.fetch, 'POST', '/api/organisation/:organisationId/person', {
    params: { organisationId },
    body: { name: full, role, login, password },
  })
  return { id, name: full, login, password, hand: await signInBy(centre.url, { login, password }) }
}

export const seedGroup = async (centre: Centre, organisationId = centre.id): Promise<Group> => {
  const made = await ask<typeof group.add>(centre.administrator.hand.fetch, 'POST', '/api/organisation/:organisationId/group', {
    params: { organisationId },
    body: { name: fresh('Робототехника') },
  })
  return { id: made.id, name: made.name, code: made.code ?? '' }
}

export const seedLearner = async (
  centre: Centre,
  {
    organisationId = centre.id,
    name = 'Айдана',
    groupId,
    secret = '4071',
  }: { organisationId?: string; name?: string; groupId: string; secret?: string },
): Promise<Learner> => {
  const full = fresh(name)
  const { id } = await ask<typeof person.add>(centre.administrator.hand.fetch, 'POST', '/api/organisation/:organisationId/person', {
    params: { organisationId },
    body: { name: full, role: 'learner', groupId, secret },
  })
  return { id, name: full, secret }
}

export const handOf = async (centre: Centre, code: string, learner: Learner): Promise<Hand> => {
  const hand = openHand(centre.url)
  await ask<typeof session.openByCode>(hand.fetch, 'POST', '/api/session/code', {
    body: { code, personId: learner.id, secret: learner.secret },
  })
  return hand
}

/** A teacher, a child of the centre and a child of the school; a project and its board between them. */
export interface Workshop {
  readonly teacher: Adult
  readonly aidana: Learner & { hand: Hand }
  readonly timur: Learner & { hand: Hand }
  readonly group: Group
  readonly team: Team
  readonly project: Project
  readonly board: string
}

export const seedTeam = async (teacher: Adult, organisationId: string, members: string[], name = fresh('Метеостанция')): Promise<Team> =>
  ask<typeof team.form>(teacher.hand.fetch, 'POST', '/api/organisation/:organisationId/team', {
    params: { organisationId },
    body: { name, members },
  })

export const seedProject = async (teacher: Adult, teamId: string, title = fresh('Барометр')): Promise<Project> =>
  ask<typeof project.open>(teacher.hand.fetch, 'POST', '/api/team/:teamId/project', {
    params: { teamId },
    body: { title, direction: 'electronics', brief: 'Измеряем погоду в степи.' },
  })

export const stepProject = async (hand: Hand, projectId: string, state: Project['state']): Promise<Project> =>
  ask<typeof project.step>(hand.fetch, 'POST', '/api/project/:projectId/state', { params: { projectId }, body: { state } })

export const seedWorkshop = async (centre: Centre): Promise<Workshop> => {
  const teacher = await seedAdult(centre)
  const group = await seedGroup(centre)
  const ofSchool = await seedGroup(centre, centre.schoolId)
  const aidana = await seedLearner(centre, { name: 'Айдана', groupId: group.id })
  const timur = await seedLearner(centre, { name: 'Тимур', groupId: ofSchool.id, organisationId: centre.schoolId, secret: '5193' })
  const team = await seedTeam(teacher, centre.id, [aidana.id, timur.id])
  const project = await seedProject(teacher, team.id)
  return {
    teacher,
    aidana: { ...aidana, hand: await handOf(centre, group.code, aidana) },
    timur: { ...timur, hand: await handOf(centre, ofSchool.code, timur) },
    group,
    team,
    project,
    board: `/board/${project.boardId}`,
  }
}

/** Somebody who stands for a child, and is nothing else here. */
export const seedGuardian = async (centre: Centre, personId: string): Promise<Hand> => {
  const login = `guardian${++count}`
  const body = { id: newId(), organisationId: centre.id, name: fresh('Динара'), login, password }
  await ask<typeof guardian.invite>(centre.administrator.hand.fetch, 'POST', '/api/person/:personId/guardian/new', {
    params: { personId },
    body,
  })
  return signInBy(centre.url, { login, password })
}

/** Opened by whose it is. */
export const seedPortfolio = async ({ id, hand }: { id: string; hand: Hand }): Promise<string> => {
  const opened = await ask<typeof portfolio.open>(hand.fetch, 'POST', '/api/portfolio', { body: { of: 'person', id } })
  return opened.id
}

/** A picture on the project's board, with what a camera wrote into it; its id. */
export const seedPicture = async ({ fetch }: Hand, boardId: string): Promise<string> => {
  const id = newId()
  const bytes = await sharp({ create: { width: 1_300, height: 800, channels: 3, background: '#0b6e99' } })
    .withExif({ IFD0: { Artist: 'SecretArtist' } })
    .jpeg()
    .toBuffer()
  const base64 = (words: string) => Buffer.from(words).toString('base64')
  const metadata = Object.entries({ id, board: boardId, filename: 'Айдананың суреті.jpg' })
    .map(([name, words]) => `${name} ${base64(words)}`)
    .join(',')
  const tus = { 'tus-resumable': '1.0.0' }
  const begun = await fetch('/files/upload', {
    method: 'POST',
    headers: { ...tus, 'upload-length': `${bytes.byteLength}`, 'upload-metadata': metadata },
  })
  if (begun.status !== 201) throw new Error(`a picture was not begun: ${begun.status}`)
  const brought = await fetch(`/files/upload/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: new Uint8Array(bytes),
  })
  if (brought.status !== 204) throw new Error(`a picture was not brought: ${brought.status}`)
  await ask<typeof file.add>(fetch, 'POST', '/api/board/:boardId/file', { params: { boardId }, body: { id } })
  return id
}

/** Today's page of the project's notebook; its id. */
export const seedPage = async ({ fetch }: Hand, projectId: string): Promise<string> => {
  const asked = { params: { projectId }, body: { id: newId(), day: null, another: false } }
  return (await ask<typeof notebook.open>(fetch, 'POST', '/api/project/:projectId/notebook', asked)).id
}

/** The browser is signed in as whoever the hand belongs to, without walking through the door again. */
export const lend = async (context: BrowserContext, hand: Hand, url: string): Promise<void> =>
  context.addCookies([...hand.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' as const })))
