import { group } from '@sheber/contract/group'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { judgeNewSecret } from '@sheber/domain/person'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { leaveGroups } from '../group/group.learner.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { forgetTries, signOut } from '../session/sign-out.ts'
import { hashedSignIn } from './person.signin.ts'
import { lockCentre, otherAdministrators, roleIn, rowOfPerson, setRole, setSignIn, updatePerson } from './person.store.ts'
import { thingOfPerson } from './person.thing.ts'

/** Whatever changes who may come in, and as what. */
export const accessRoutes = (app: FastifyInstance, services: Services) => {
  const { db } = services

  serve(app, person.role, {
    about: ({ params }) => thingOfOrganisation(db, params.organisationId),
    answer: async ({ params: { organisationId, personId }, body: { role }, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        const centreId = await lockCentre(tx)
        const before = (await roleIn(tx, organisationId, personId)) ?? refuse('not-found')
        if (before === role) return
        if (before === 'administrator' && organisationId === centreId) await keepAnother(tx, centreId, personId)
        await setRole(tx, organisationId, personId, role)
        if (before === 'learner') await growUp(tx, tell, organisationId, personId)
        await tell(person.changed, { personId })
      })
      return {}
    },
  })

  serve(app, person.secret, {
    about: ({ params }) => thingOfPerson(db, params.personId),
    answer: async ({ params: { personId }, body, who }) => {
      const { login } = (await rowOfPerson(db, personId)) ?? refuse('not-found')
      const places = (await thingOfPerson(db, personId))?.memberships ?? []
      judgeNewSecret({ login, roles: places.map(({ role }) => role) }, body)
      const hashed = await hashedSignIn(body)
      await change(services, who?.id ?? null, async (tx, tell) => {
        if (!(await setSignIn(tx, personId, hashed))) refuse('login-taken')
        await forgetTries(tx, personId)
        await signOut(tx, tell, personId)
      })
      return {}
    },
  })

  serve(app, person.activate, {
    about: ({ params }) => thingOfPerson(db, params.personId),
    answer: async ({ params: { personId }, body: { active }, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        const centreId = await lockCentre(tx)
        const runsCentre = centreId !== undefined && (await roleIn(tx, centreId, personId)) === 'administrator'
        if (!active && runsCentre) await keepAnother(tx, centreId, personId)
        await updatePerson(tx, personId, { active })
        if (!active) await signOut(tx, tell, personId)
        await tell(person.changed, { personId })
      })
      return {}
    },
  })
}

const keepAnother = async (tx: Tx, centreId: string, personId: string) => {
  if ((await otherAdministrators(tx, centreId, personId)) === 0) refuse('last-administrator')
}

/** Four digits and a group's code must not open an adult's rights: they go, with what they had opened. */
const growUp = async (tx: Tx, tell: Tell, organisationId: string, personId: string) => {
  for (const groupId of await leaveGroups(tx, organisationId, personId)) await tell(group.changed, { groupId, organisationId })
  if ((await rowOfPerson(tx, personId))?.secretKind == null) return
  await updatePerson(tx, personId, { secretKind: null, secretHash: null })
  await signOut(tx, tell, personId)
}
