import { refuse } from '@sheber/contract/refusal'
import { team } from '@sheber/contract/team'
import { cleanName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { activePeople } from '../person/person.thing.ts'
import { hasAdult, insertTeam, lockTeam, oneTeam, renameTeam, seatMembers, teamsNear, unseatMember } from './team.store.ts'
import { thingOfSeat, thingOfTeam } from './team.thing.ts'

export const teamRoutes = (app: FastifyInstance, services: Services) => {
  const { db, newId } = services
  const about = ({ params }: { params: { teamId: string } }) => thingOfTeam(db, params.teamId)
  const shown = async (id: string) => (await oneTeam(db, id)) ?? refuse('not-found')

  /** Names by id of people who are to come in; refuses where one of them is not to be invited by `who`. */
  const invited = async (who: Who, ids: readonly string[]) => {
    const people = await activePeople(db, ids)
    if (people.size < ids.length) return refuse('not-found')
    for (const one of people.values()) if (one.id !== who.id && !may(who, 'person.invite', one)) refuse('forbidden')
    return people
  }

  serve(app, team.list, {
    answer: async ({ who }) => {
      const near = who ? await teamsNear(db, who) : []
      return near.filter(({ id, organisationId }) => may(who, 'team.look', { kind: 'team', id, organisationId }))
    },
  })

  serve(app, team.look, { about, answer: ({ params }) => shown(params.teamId) })

  serve(app, team.form, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: async ({ params: { organisationId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const people = await invited(who, [...new Set([who.id, ...body.members])])
      const id = newId()
      const name = cleanName(body.name)
      await change(services, who.id, async (tx, tell) => {
        await insertTeam(tx, { id, name, organisationId })
        await seatMembers(tx, id, [...people.keys()])
        for (const one of people.values()) {
          await tell(team.joined, { teamId: id, team: name, personId: one.id, name: one.name })
        }
      })
      return shown(id)
    },
  })

  serve(app, team.rename, {
    about,
    answer: async ({ params: { teamId }, body, who }) => {
      const name = cleanName(body.name)
      await change(services, who?.id ?? null, async (tx, tell) => {
        await renameTeam(tx, teamId, name)
        await tell(team.renamed, { teamId, name })
      })
      return shown(teamId)
    },
  })

  serve(app, team.join, {
    about: ({ params, body }) => thingOfSeat(db, params.teamId, body.personId),
    answer: async ({ params: { teamId }, body: { personId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { name } = (await invited(who, [personId])).get(personId) ?? refuse('not-found')
      await change(services, who.id, async (tx, tell) => {
        const teamName = (await lockTeam(tx, teamId)) ?? refuse('not-found')
        if ((await seatMembers(tx, teamId, [personId])).length === 0) refuse('already-member')
        await tell(team.joined, { teamId, team: teamName, personId, name })
      })
      return shown(teamId)
    },
  })

  serve(app, team.leave, {
    about: ({ params }) => thingOfSeat(db, params.teamId, params.personId),
    answer: async ({ params: { teamId, personId }, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        await lockTeam(tx, teamId)
        const hadAdult = await hasAdult(tx, teamId)
        const name = (await unseatMember(tx, teamId, personId)) ?? refuse('not-found')
        if (hadAdult && !(await hasAdult(tx, teamId))) refuse('last-adult')
        await tell(team.left, { teamId, personId, name })
      })
      return {}
    },
  })
}
