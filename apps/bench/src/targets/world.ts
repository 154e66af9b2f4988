import type { group } from '@sheber/contract/group'
import type { organisation } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import type { project } from '@sheber/contract/project'
import type { session } from '@sheber/contract/session'
import type { team } from '@sheber/contract/team'
import { Hand } from '../hand.ts'

/** A team whose members may write on its boards. */
export interface Hall {
  /** Of each member, as a browser would send it. */
  readonly cookies: readonly string[]
  readonly boards: readonly string[]
}

/** A class on one board, and a school of five teams with eighty boards each. */
export interface World {
  readonly classroom: Hall
  readonly school: readonly Hall[]
}

const classSize = 30
const school = { teams: 5, people: 20, boards: 80 } as const
const secret = '4071'

/** `work` for each, four at a time: hashing passwords is slow on purpose. */
const each = async <T, R>(things: readonly T[], work: (thing: T, at: number) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  const left = [...things.entries()]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) done[next[0]] = await work(next[1], next[0])
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return done
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** Through the same doors as people: everybody is added, signs in by the code on the card, and is taken into a team. */
export const makeWorld = async (origin: string): Promise<World> => {
  const administrator = new Hand(origin)
  await administrator.ask('POST', '/api/centre', {
    body: { name: 'Bench', language: 'en', person: 'Saule', login: 'saule', password: 'верстак рубанок стружка' },
  })
  const [centre] = await administrator.ask<typeof organisation.list>('GET', '/api/organisation')
  const params = { organisationId: centre?.id ?? '' }
  const card = await administrator.ask<typeof group.add>('POST', '/api/organisation/:organisationId/group', {
    params,
    body: { name: 'Bench' },
  })

  const people = await each(numbers(school.teams * school.people), async (number) => {
    const { id } = await administrator.ask<typeof person.add>('POST', '/api/organisation/:organisationId/person', {
      params,
      body: { name: `Aidana ${number}`, role: 'learner', groupId: card.id, secret },
    })
    const hand = new Hand(origin)
    await hand.ask<typeof session.openByCode>('POST', '/api/session/code', { body: { code: card.code ?? '', personId: id, secret } })
    return { id, cookie: hand.cookie }
  })

  const makeHall = async (name: string, members: typeof people, boards: number): Promise<Hall> => {
    const { id: teamId } = await administrator.ask<typeof team.form>('POST', '/api/organisation/:organisationId/team', {
      params,
      body: { name, members: members.map(({ id }) => id) },
    })
    const opened = await each(numbers(boards), (number) =>
      administrator.ask<typeof project.open>('POST', '/api/team/:teamId/project', {
        params: { teamId },
        body: { title: `Board ${number}`, direction: 'other', brief: '' },
      }),
    )
    return { cookies: members.map(({ cookie }) => cookie), boards: opened.map(({ boardId }) => boardId) }
  }
  const classroom = await makeHall('Class', people.slice(0, classSize), 1)
  const halls: Hall[] = []
  for (const at of numbers(school.teams)) {
    const members = people.slice((at - 1) * school.people, at * school.people)
    halls.push(await makeHall(`Team ${at}`, members, school.boards))
  }
  return { classroom, school: halls }
}

/** Which board and whose cookie: rooms go round the teams, the members of a team take turns. */
export const placesIn = (world: World, rooms: number, perRoom: number): { board: string; cookie: string }[][] => {
  const halls = perRoom > school.people ? [world.classroom] : world.school
  const turns = halls.map(() => 0)
  return Array.from({ length: rooms }, (_, room) => {
    const at = room % halls.length
    const { boards = [], cookies = [] } = halls[at] ?? {}
    const board = boards[Math.floor(room / halls.length)]
    if (board === undefined) throw new Error(`The bench has no ${rooms} rooms for ${perRoom}`)
    return Array.from({ length: perRoom }, () => {
      const turn = turns[at] ?? 0
      turns[at] = turn + 1
      return { board, cookie: cookies[turn % cookies.length] ?? '' }
    })
  })
}
