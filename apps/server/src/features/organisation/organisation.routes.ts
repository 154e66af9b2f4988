import { organisation } from '@sheber/contract/organisation'
import { refuse } from '@sheber/contract/refusal'
import { byName, cleanName } from '@sheber/domain/name'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { everyOrganisation, insertOrganisation, oneOrganisation, renameOrganisation } from './organisation.store.ts'
import { thingOfOrganisation } from './organisation.thing.ts'

export const organisationRoutes = (app: FastifyInstance, services: Services) => {
  const { db, newId } = services
  const about = ({ params }: { params: { organisationId: string } }) => thingOfOrganisation(db, params.organisationId)
  const shown = async (id: string) => (await oneOrganisation(db, id)) ?? refuse('not-found')

  serve(app, organisation.list, {
    answer: async ({ who }) => {
      const all = await everyOrganisation(db)
      return all
        .filter(({ id }) => may(who, 'organisation.look', { kind: 'organisation', id }))
        .sort((a, b) => Number(b.kind === 'centre') - Number(a.kind === 'centre') || byName(a, b))
    },
  })

  serve(app, organisation.look, { about, answer: ({ params }) => shown(params.organisationId) })

  serve(app, organisation.add, {
    answer: async ({ body, who }) => {
      const id = newId()
      const name = cleanName(body.name)
      await change(services, who?.id ?? null, async (tx, tell) => {
        await insertOrganisation(tx, { id, name, kind: body.kind })
        await tell(organisation.added, { organisationId: id, name })
      })
      return shown(id)
    },
  })

  serve(app, organisation.rename, {
    about,
    answer: async ({ params: { organisationId }, body, who }) => {
      const name = cleanName(body.name)
      await change(services, who?.id ?? null, async (tx, tell) => {
        await renameOrganisation(tx, organisationId, name)
        await tell(organisation.renamed, { organisationId, name })
      })
      return shown(organisationId)
    },
  })
}
