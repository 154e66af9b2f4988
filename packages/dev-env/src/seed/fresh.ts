import { group } from '@sheber/contract/group'
import { person } from '@sheber/contract/person'
import { project, type ProjectState } from '@sheber/contract/project'
import { team } from '@sheber/contract/team'
import type { Caller } from '../caller.ts'
import { teams, type PersonName } from '../people.ts'
import type { World } from '../world.ts'

/** What a request carries, by name. */
export interface Asked {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
}

type Place = 'centre' | 'school'

/** Things nobody has touched yet, made through the door by an administrator of the centre: each is the params of a request about it. */
export const freshThings = (world: World, director: Pick<Caller, 'ask'> = world.as('botagoz')) => {
  const inPlace =
    (place: Place) =>
    (body?: object, params: Record<string, string> = {}): Asked => ({
      params: { organisationId: world.organisation(place), ...params },
      ...(body && { body }),
    })
  const somebody = async (place: Place, role: 'learner' | 'teacher', body?: object) => {
    const params = { organisationId: world.organisation(place) }
    const { id } = await director.ask(person.add, { params, body: { name: 'Жаңа адам', role } })
    return { params: { personId: id }, ...(body && { body }) }
  }
  const freshGroup = async (place: Place) => {
    const params = { organisationId: world.organisation(place) }
    const { id } = await director.ask(group.add, { params, body: { name: 'Жаңа топ' } })
    return { params: { groupId: id } }
  }

  return {
    inCentre: inPlace('centre'),
    inSchool: inPlace('school'),
    learner: (place: Place, body?: object) => somebody(place, 'learner', body),
    teacher: (place: Place, body?: object) => somebody(place, 'teacher', body),
    group: freshGroup,
    /** A group and a learner in it. */
    groupSeat: async (place: Place) => {
      const [{ params }, { params: body }] = await Promise.all([freshGroup(place), somebody(place, 'learner')])
      await director.ask(group.join, { params, body })
      return { params: { ...params, ...body } }
    },
    /** A team of the same people as the world's and one more, in which somebody sits. */
    seat: async (name: PersonName) => {
      const params = { organisationId: world.organisation('centre') }
      const members = [...new Set([...teams.bridge.members, name])].map((member) => world.person(member).id)
      const { id } = await director.ask(team.form, { params, body: { name: 'Жаңа команда', members } })
      return { params: { teamId: id, personId: world.person(name).id } }
    },
    /** A project of the world's team, in a state that the first step reaches. */
    project: async (state: Extract<ProjectState, 'idea' | 'archived'>, body?: object) => {
      const opened = { title: 'Жаңа жоба', direction: 'other', brief: '' } as const
      const params = { projectId: (await director.ask(project.open, { params: { teamId: world.team }, body: opened })).id }
      if (state === 'archived') await director.ask(project.step, { params, body: { state } })
      return { params, ...(body && { body }) }
    },
  }
}
