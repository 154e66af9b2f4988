import { badge } from '@sheber/contract/badge'
import { refuse } from '@sheber/contract/refusal'
import { closeClass, makeClass, openClass, saveClass } from '@sheber/domain/badge'
import { isOwnChild } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { standingFor } from '../guardian/guardian.thing.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { baseOf } from './badge.base.ts'
import { candidatesFor } from './badge.candidates.ts'
import { checkBadge } from './badge.check.ts'
import { giveTo } from './badge.give.ts'
import { nearTo } from './badge.near.ts'
import { askedOf } from './badge.standing.ts'
import {
  areKnown,
  badgesOfClass,
  badgesOfPerson,
  classesOf,
  insertClass,
  lockClass,
  oneBadge,
  oneClass,
  revokeBadge,
  shownBadge,
  updateClass,
} from './badge.store.ts'
import { thingOfBadge, thingOfClass } from './badge.thing.ts'

export const badgeRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, config } = services
  const aboutOrganisation = ({ params }: { params: { organisationId: string } }) => thingOfOrganisation(db, params.organisationId)
  const aboutClass = ({ params }: { params: { classId: string } }) => thingOfClass(db, params.classId)
  const aboutBadge = ({ params }: { params: { badgeId: string } }) => thingOfBadge(db, params.badgeId)

  const shownClass = async (id: string) => (await oneClass(db, id)) ?? refuse('not-found')
  const shown = async (id: string) => shownBadge((await oneBadge(db, id)) ?? refuse('not-found'))

  serve(app, badge.list, { about: aboutOrganisation, answer: ({ params }) => classesOf(db, params.organisationId) })

  serve(app, badge.look, {
    about: aboutClass,
    answer: async ({ params }) => {
      const found = await shownClass(params.classId)
      const asked = await askedOf(db, found.draft)
      return {
        badge: found,
        asked: asked.map(({ competencyId, levelId, frameworkId, code, title, level }) => ({
          competencyId,
          levelId,
          frameworkId,
          code,
          title,
          level,
        })),
      }
    },
  })

  serve(app, badge.make, {
    about: aboutOrganisation,
    answer: async ({ params: { organisationId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const draft = makeClass(body.draft)
      const at = clock.now()
      await change(services, who.id, async (tx) => {
        if (!(await areKnown(tx, draft.needs))) return refuse('badge-class-broken')
        await insertClass(tx, { id: body.id, organisationId, draft, createdBy: who.id, createdAt: at, changedAt: at })
      })
      const made = await shownClass(body.id)
      // A name that another organisation's has already tells nothing of it.
      return made.organisation.id === organisationId ? made : refuse('badge-class-broken')
    },
  })

  serve(app, badge.save, {
    about: aboutClass,
    answer: async ({ params: { classId }, body, who }) => {
      await change(services, who?.id ?? null, async (tx) => {
        const draft = saveClass((await lockClass(tx, classId)) ?? refuse('not-found'), body)
        if (!(await areKnown(tx, draft.needs))) return refuse('badge-class-broken')
        await updateClass(tx, classId, { draft, at: clock.now() })
      })
      return shownClass(classId)
    },
  })

  serve(app, badge.open, {
    about: aboutClass,
    answer: async ({ params: { classId }, who }) => {
      await change(services, who?.id ?? null, async (tx) => {
        const before = (await lockClass(tx, classId)) ?? refuse('not-found')
        const state = openClass(before)
        if (!(await areKnown(tx, before.draft.needs))) return refuse('badge-class-broken')
        await updateClass(tx, classId, { state, at: clock.now() })
      })
      return shownClass(classId)
    },
  })

  serve(app, badge.close, {
    about: aboutClass,
    answer: async ({ params: { classId }, who }) => {
      await change(services, who?.id ?? null, async (tx) => {
        const state = closeClass((await lockClass(tx, classId)) ?? refuse('not-found'))
        await updateClass(tx, classId, { state, at: clock.now() })
      })
      return shownClass(classId)
    },
  })

  serve(app, badge.given, { about: aboutClass, answer: async ({ params }) => (await badgesOfClass(db, params.classId)).map(shownBadge) })

  serve(app, badge.propose, {
    about: aboutClass,
    answer: async ({ params: { classId }, who }) => (who ? candidatesFor(db, who.id, await shownClass(classId)) : refuse('sign-in-needed')),
  })

  serve(app, badge.ready, {
    about: aboutOrganisation,
    answer: async ({ params: { organisationId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      // A role is had by whoever was in a project: that is nobody's to count, but a teacher's to say.
      const open = (await classesOf(db, organisationId)).filter(({ state, draft }) => state === 'open' && draft.needs.length > 0)
      const counted: { classId: string; people: number }[] = []
      for (const one of open) {
        const all = await candidatesFor(db, who.id, one)
        counted.push({ classId: one.id, people: all.filter(({ missing, badgeId }) => missing.length === 0 && badgeId === null).length })
      }
      return counted
    },
  })

  serve(app, badge.issue, {
    about: async ({ params: { classId }, body: { personId }, who }) => {
      const thing = await thingOfClass(db, classId)
      if (!thing) return null
      const about = { ...thing, relatives: await standingFor(db, personId) }
      return isOwnChild(who, 'badge.issue', about) ? refuse('own-child') : about
    },
    answer: async ({ params: { classId }, body: { personId, projectId }, who, request }) => {
      if (!who) return refuse('sign-in-needed')
      const badgeId = await giveTo(services, { classId, personId, projectId, by: who.id, base: baseOf(config, request) })
      return shown(badgeId)
    },
  })

  serve(app, badge.revoke, {
    about: aboutBadge,
    answer: async ({ params: { badgeId }, body: { why }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { personId, organisationId } = (await oneBadge(db, badgeId)) ?? refuse('not-found')
      await change(services, who.id, async (tx, tell) => {
        const isNew = await revokeBadge(tx, badgeId, { personId: who.id, at: clock.now(), why })
        if (isNew) await tell(badge.revoked, { badgeId, personId, organisationId })
      })
      return shown(badgeId)
    },
  })

  serve(app, badge.mine, { answer: async ({ who }) => (who ? (await badgesOfPerson(db, who.id)).map(shownBadge) : []) })

  serve(app, badge.near, { answer: ({ who }) => (who ? nearTo(db, who.id) : []) })

  serve(app, badge.show, {
    answer: async ({ params: { badgeId }, who }) => {
      const row = (await oneBadge(db, badgeId)) ?? refuse('not-found')
      return checkBadge(db, who, row.credential, clock.now())
    },
  })

  serve(app, badge.check, { answer: ({ body: { text }, who }) => checkBadge(db, who, text, clock.now()) })
}
