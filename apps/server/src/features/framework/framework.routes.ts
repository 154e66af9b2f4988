import { randomUUID } from 'node:crypto'
import { framework, type Draft, type Framework } from '@sheber/contract/framework'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { problemsOf, publishFramework, renewFramework, rewordedIn, saveFramework } from '@sheber/domain/framework'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { crosswalksOf } from './framework.crosswalk.ts'
import { formersOf } from './framework.former.ts'
import { keepWordings, wordingsOf } from './framework.wording.ts'
import {
  allFrameworks,
  insertFramework,
  leantOn,
  lockFramework,
  namesElsewhere,
  oneFramework,
  updateFramework,
  type StoredFramework,
} from './framework.store.ts'
import { thingOf, thingOfFramework } from './framework.thing.ts'

export const frameworkRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { frameworkId: string } }) => thingOfFramework(db, params.frameworkId)

  const shown = async (who: Who | null, id: string): Promise<Framework> => {
    const { changedAt, ...stored } = (await oneFramework(db, id)) ?? refuse('not-found')
    const edit = may(who, 'framework.save', thingOf({ organisationId: stored.organisation.id, state: stored.state }))
    return { ...stored, changedAt: changedAt.toISOString(), may: { edit } }
  }

  /** One framework, held until the change is done. */
  const changing = async (
    who: Who | null,
    id: string,
    work: (tx: Tx, before: StoredFramework, tell: Tell) => Promise<void>,
  ): Promise<Framework> => {
    await change(services, who?.id ?? null, async (tx, tell) => work(tx, (await lockFramework(tx, id)) ?? refuse('not-found'), tell))
    return shown(who, id)
  }
  /** A name that another framework has already would take it away from there. */
  const ownNames = async (tx: Tx, id: string, draft: Draft) => {
    if (await namesElsewhere(tx, id, draft)) refuse('framework-exists')
  }
  const told = ({ id, organisation }: StoredFramework) => ({ frameworkId: id, organisationId: organisation.id })

  serve(app, framework.list, {
    answer: async ({ who }) =>
      (await allFrameworks(db)).filter((one) =>
        may(who, 'framework.look', thingOf({ organisationId: one.organisation.id, state: one.state })),
      ),
  })

  serve(app, framework.look, { about, answer: ({ params, who }) => shown(who, params.frameworkId) })

  serve(app, framework.former, { about, answer: ({ params }) => formersOf(db, params.frameworkId) })

  serve(app, framework.crosswalk, {
    about,
    answer: async ({ params, who }) =>
      (await crosswalksOf(db, params.frameworkId))
        .filter(({ organisation, state }) => may(who, 'framework.look', thingOf({ organisationId: organisation.id, state })))
        .map(({ state: _, ...one }) => one),
  })

  serve(app, framework.wordings, { about, answer: ({ params }) => wordingsOf(db, params.frameworkId) })

  serve(app, framework.make, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: async ({ params: { organisationId }, body: { id, draft }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const problems = problemsOf(draft)
      if (problems.length > 0) return refuse('framework-broken', { n: problems.length })
      await change(services, who.id, async (tx, tell) => {
        await ownNames(tx, id, draft)
        const isNew = await insertFramework(tx, { id, organisationId, createdBy: who.id, at: clock.now(), draft })
        if (!isNew) return refuse('framework-exists')
        await tell(framework.changed, { frameworkId: id, organisationId })
      })
      return shown(who, id)
    },
  })

  serve(app, framework.save, {
    about,
    answer: ({ params: { frameworkId }, body, who }) =>
      changing(who, frameworkId, async (tx, before, tell) => {
        const leant = await leantOn(tx, frameworkId)
        const draft = saveFramework(before, body, leant)
        await ownNames(tx, frameworkId, draft)
        const at = clock.now()
        await keepWordings(tx, frameworkId, before.edition, at, rewordedIn(before.draft, draft, leant))
        await updateFramework(tx, frameworkId, { draft, at })
        await tell(framework.changed, told(before))
      }),
  })

  serve(app, framework.publish, {
    about,
    answer: ({ params: { frameworkId }, who }) =>
      changing(who, frameworkId, async (tx, before, tell) => {
        const draft = publishFramework(before)
        if (before.state === 'published') return
        await updateFramework(tx, frameworkId, { draft, at: clock.now(), state: 'published' })
        await tell(framework.published, told(before))
      }),
  })

  serve(app, framework.retire, {
    about,
    answer: ({ params: { frameworkId }, who }) =>
      changing(who, frameworkId, async (tx, before, tell) => {
        if (before.state === 'retired') return
        await updateFramework(tx, frameworkId, { draft: before.draft, at: clock.now(), state: 'retired' })
        await tell(framework.changed, told(before))
      }),
  })

  serve(app, framework.renew, {
    about,
    answer: async ({ params: { frameworkId }, body: { version }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const id = randomUUID()
      await changing(who, frameworkId, async (tx, stored, tell) => {
        if (stored.replacedBy !== null) return refuse('framework-renewed')
        const { before, next } = renewFramework(stored.draft, version, randomUUID)
        const { organisation } = stored
        await insertFramework(tx, { id, organisationId: organisation.id, createdBy: who.id, at: clock.now(), draft: next })
        await updateFramework(tx, frameworkId, { draft: before, at: clock.now(), replacedBy: id })
        await tell(framework.changed, told(stored))
        await tell(framework.changed, { frameworkId: id, organisationId: organisation.id })
      })
      return shown(who, id)
    },
  })
}
