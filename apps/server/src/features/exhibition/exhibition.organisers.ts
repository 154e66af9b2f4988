import { exhibition, type Exhibition } from '@sheber/contract/exhibition'
import { refuse } from '@sheber/contract/refusal'
import type { ExhibitionDeed } from '@sheber/contract/trail'
import type { Tx } from '@sheber/db/open'
import { may, type OfExhibition, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import type { Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { speakersOf, staffOf } from './exhibition.hear.ts'
import {
  addInvitation,
  addOrganiser,
  declineInvitation,
  dropInvitation,
  dropOrganiser,
  invitationsTo,
  noteDecision,
  oneInvitation,
  type StoredExhibition,
} from './exhibition.store.ts'
import { thingOfExhibition, thingOfOrganiser } from './exhibition.thing.ts'

type Work = (tx: Tx, before: StoredExhibition, tell: Tell, by: string) => Promise<void>
/** One exhibition, held until the change is done. */
export type Changing = (who: Who | null, id: string, work: Work) => Promise<void>

interface Kit {
  readonly changing: Changing
  readonly shown: (who: Who | null, id: string) => Promise<Exhibition>
  readonly thingOf: (one: StoredExhibition) => OfExhibition
}

/** Who runs an exhibition together: the founder asks, whoever is asked agrees or does not, and either ends it. */
export const exhibitionOrganisers = (app: FastifyInstance, { db, clock, newId }: Services, { changing, shown, thingOf }: Kit) => {
  const about = ({ params }: { params: { exhibitionId: string; organisationId: string } }) =>
    thingOfOrganiser(db, params.exhibitionId, params.organisationId)

  /** For good: rows of invitations come and go. */
  const note = (tx: Tx, exhibitionId: string, step: ExhibitionDeed, organisationId: string, by: string) =>
    noteDecision(tx, { id: newId(), exhibitionId, step, after: { organisationId }, personId: by, at: clock.now() })
  const isOrganiser = ({ organisers }: StoredExhibition, organisationId: string) => organisers.some(({ id }) => id === organisationId)

  serve(app, exhibition.invite, {
    about: ({ params }) => thingOfExhibition(db, params.exhibitionId),
    answer: async ({ params: { exhibitionId }, body: { organisationId }, who }) => {
      await changing(who, exhibitionId, async (tx, before, tell, by) => {
        if (!(await thingOfOrganisation(tx, organisationId))) return refuse('not-found')
        // Two of the founder's press one button: it was done.
        if (isOrganiser(before, organisationId)) return
        const asked = await oneInvitation(tx, exhibitionId, organisationId)
        if (asked && !asked.declinedAt) return
        await addInvitation(tx, { exhibitionId, organisationId, by, at: clock.now() })
        await note(tx, exhibitionId, 'invited', organisationId, by)
        await tell(exhibition.changed, { exhibitionId, state: before.state })
        for (const personId of await speakersOf(tx, organisationId))
          await tell(exhibition.invited, { exhibitionId, organisationId, personId })
      })
      return shown(who, exhibitionId)
    },
  })

  serve(app, exhibition.invitations, {
    answer: async ({ who }) => {
      const offices = (who?.memberships ?? []).filter(({ role }) => role === 'teacher' || role === 'administrator')
      if (offices.length === 0) return []
      const all = await invitationsTo(db, [...new Set(offices.map(({ organisationId }) => organisationId))])
      const theirs = await Promise.all(
        all.map(async (one) => {
          const thing = await thingOfOrganiser(db, one.exhibitionId, one.organisation.id)
          return thing !== null && may(who, 'exhibition.accept', thing)
        }),
      )
      return all.filter((_, at) => theirs[at])
    },
  })

  serve(app, exhibition.accept, {
    about,
    answer: async ({ params: { exhibitionId, organisationId }, who }) => {
      await changing(who, exhibitionId, async (tx, before, tell, by) => {
        if (isOrganiser(before, organisationId)) return
        const { invitedBy } = (await oneInvitation(tx, exhibitionId, organisationId)) ?? refuse('invitation-gone')
        await dropInvitation(tx, exhibitionId, organisationId)
        await addOrganiser(tx, { exhibitionId, organisationId, by, at: clock.now() })
        await note(tx, exhibitionId, 'joined', organisationId, by)
        await tell(exhibition.changed, { exhibitionId, state: before.state })
        await tell(exhibition.accepted, { exhibitionId, organisationId, personId: invitedBy })
      })
      return {}
    },
  })

  serve(app, exhibition.decline, {
    about,
    answer: async ({ params: { exhibitionId, organisationId }, who }) => {
      await changing(who, exhibitionId, async (tx, before, tell, by) => {
        const { invitedBy, declinedAt } = (await oneInvitation(tx, exhibitionId, organisationId)) ?? refuse('invitation-gone')
        if (declinedAt) return
        await declineInvitation(tx, exhibitionId, organisationId, clock.now())
        await note(tx, exhibitionId, 'declined', organisationId, by)
        await tell(exhibition.changed, { exhibitionId, state: before.state })
        await tell(exhibition.declined, { exhibitionId, organisationId, personId: invitedBy })
      })
      return {}
    },
  })

  serve(app, exhibition.uninvite, {
    about,
    answer: async ({ params: { exhibitionId, organisationId }, who }) => {
      await changing(who, exhibitionId, async (tx, before, tell, by) => {
        if (organisationId === before.founderId) return refuse('organiser-founder')
        const { state } = before
        if (isOrganiser(before, organisationId)) {
          await dropOrganiser(tx, exhibitionId, organisationId)
          await note(tx, exhibitionId, 'parted', organisationId, by)
          await tell(exhibition.changed, { exhibitionId, state })
          const [staff, founders] = [await staffOf(tx, [organisationId]), await speakersOf(tx, before.founderId)]
          for (const personId of new Set([...staff, ...founders])) await tell(exhibition.parted, { exhibitionId, organisationId, personId })
          return
        }
        if (!(await oneInvitation(tx, exhibitionId, organisationId))) return
        // Whoever is asked declines, and who asked is told.
        if (!may(who, 'exhibition.invite', thingOf(before))) return refuse('forbidden')
        await dropInvitation(tx, exhibitionId, organisationId)
        await note(tx, exhibitionId, 'uninvited', organisationId, by)
        await tell(exhibition.changed, { exhibitionId, state })
      })
      return {}
    },
  })
}
