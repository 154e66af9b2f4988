import { acceptance } from '@sheber/contract/acceptance'
import { badge } from '@sheber/contract/badge'
import { evidence } from '@sheber/contract/evidence'
import type { Fact } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import { review, type SubmissionLine } from '@sheber/contract/review'
import type { Tx } from '@sheber/db/open'
import { filesOf, readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { isKin, type Who } from '@sheber/domain/permission'
import {
  giveReview,
  isRepeat,
  recordsToResubmit,
  recordsToSubmit,
  remarkHearers,
  resubmits,
  speaksAgain,
  takeReview,
  withdraws,
} from '@sheber/domain/review'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { keepVersion, openVersion } from '../../sync/room-version.ts'
import { earnedBy } from '../badge/badge.earned.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { claimsOf, disputedOf, insertVerdicts, markEvidence, unmarkEvidence } from './review.evidence.ts'
import { lookAt } from './review.look.ts'
import { acceptersOf, authorsOf, concernedBy, queuesFor, reviewersFor, schoolsOf } from './review.people.ts'
import { openRemarks } from './review.open.ts'
import { anchorFrom, insertRemark, isOnPiece, settleThread, speakersIn, threadOf } from './review.remarks.ts'
import { anchorOnPiece, pieceOf } from './review.piece.ts'
import {
  answerReview,
  givenBefore,
  sayResubmitted,
  insertReview,
  insertReviewer,
  insertSubmission,
  linesOfPortfolio,
  lockSubmission,
  oneLine,
  queueOf,
  seeReviews,
  toldTo,
  updateSubmission,
  waitingOf,
  waitsOf,
  type StoredSubmission,
} from './review.store.ts'
import { thingOfSubmission } from './review.thing.ts'
import { titleReader } from './review.titles.ts'
import { chosen, frozenOf, positionOf } from './review.version.ts'

const waitMs = 90 * 86_400_000

type Happened = Fact<string, (typeof review)['requested']['body']>

export const reviewRoutes = (app: FastifyInstance, services: Services) => {
  const { db, hub, clock, newId } = services
  const aboutPortfolio = ({ params }: { params: { portfolioId: string } }) => thingOfPortfolio(db, params.portfolioId)
  const about = async ({ params, who }: { params: { submissionId: string }; who: Who | null }) => {
    const thing = await thingOfSubmission(db, params.submissionId)
    // Told why, not only that: it is the one door that a parent's office opens to everybody else's work.
    if (thing && who && isKin(who, thing)) return refuse('reviewer-relative')
    return thing
  }
  const readTitles = titleReader(db)
  const shown = async (id: string): Promise<SubmissionLine> => (await oneLine(db, id)) ?? refuse('not-found')

  type Named = { readonly id: string; readonly portfolioId: string; readonly organisationId: string }

  interface Hearers {
    /** Who saw it until now. */
    readonly before?: readonly string[]
    /** Who is told by name, and of what. */
    readonly asked?: readonly string[]
    readonly reviewed?: readonly string[]
    /** … or in words of its own. */
    readonly named?: { readonly people: readonly string[]; readonly told: (personId: string) => Promise<void> }
  }
  /** Told to everybody whose open pages show it. */
  const notice = async (tx: Tx, tell: Tell, { id, portfolioId }: Pick<Named, 'id' | 'portfolioId'>, hearers: Hearers = {}) => {
    const { before = [], asked = [], reviewed = [], named = { people: [], told: async () => {} } } = hearers
    const thing = (await thingOfPortfolio(tx, portfolioId)) ?? refuse('not-found')
    for (const personId of new Set([...before, ...asked, ...named.people, ...(await concernedBy(tx, id, thing))])) {
      if (named.people.includes(personId)) {
        await named.told(personId)
        continue
      }
      const what = asked.includes(personId) ? review.asked : reviewed.includes(personId) ? review.reviewed : review.noticed
      await tell(what as typeof review.noticed, { submissionId: id, portfolioId, personId })
    }
  }
  const happened = async (tx: Tx, tell: Tell, what: Happened, of: Named, hearers?: Hearers) => {
    const { id: submissionId, portfolioId, organisationId } = of
    await tell(what, { submissionId, portfolioId, organisationId })
    await notice(tx, tell, of, hearers)
  }

  /** Told to whoever looks at what these people can do, in whichever portfolio it was claimed. */
  const moved = async (tell: Tell, portfolioId: string, people: readonly string[]) => {
    for (const personId of people) await tell(evidence.moved, { portfolioId, personId })
  }

  /** One submission, held until the change is done. */
  const changing = async (
    who: Who | null,
    id: string,
    work: (tx: Tx, before: StoredSubmission, tell: Tell, me: Who) => Promise<void>,
  ): Promise<SubmissionLine> => {
    const me = who ?? refuse('sign-in-needed')
    await change(services, me.id, async (tx, tell) => work(tx, (await lockSubmission(tx, id)) ?? refuse('not-found'), tell, me))
    return shown(id)
  }

  /** The portfolio as the log has it now: its bytes, the names of what stands in it, and the files of some of that. */
  const snapshot = async (portfolioId: string) => {
    const { position, bytes } = await hub.snapshot(portfolioRoom(portfolioId))
    const doc = openVersion(bytes)
    const { records } = readPortfolio(doc)
    doc.destroy()
    const filesIn = (ids: readonly string[]) => [...new Set(chosen(records, ids).flatMap(filesOf))]
    return { position, bytes, alive: records.map(({ id }) => id), filesIn }
  }
  const keep = async (tx: Tx, portfolioId: string, personId: string, { position, bytes }: { position: number; bytes: Uint8Array }) => {
    const id = newId()
    await keepVersion(tx, { id, room: portfolioRoom(portfolioId), position, name: null, bytes, personId, createdAt: clock.now() })
    return id
  }

  serve(app, review.reviewers, {
    about: aboutPortfolio,
    answer: async ({ params }) => {
      const thing = (await thingOfPortfolio(db, params.portfolioId)) ?? refuse('not-found')
      const records = await hub.read(portfolioRoom(params.portfolioId), (doc) =>
        readPortfolio(doc).records.map(({ id, title }) => ({ id, title })),
      )
      return { people: await reviewersFor(db, thing), organisations: await queuesFor(db, thing), records }
    },
  })

  serve(app, review.request, {
    about: aboutPortfolio,
    answer: async ({ params: { portfolioId }, body, who }) => {
      const me = who ?? refuse('sign-in-needed')
      const known = await oneLine(db, body.id)
      if (known) return known.portfolioId === portfolioId ? known : refuse('not-found')
      const thing = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
      if (!thing.organisations.includes(body.organisationId)) return refuse('reviewer-unfit')
      if (body.reviewerId !== null && thing.relatives.includes(body.reviewerId)) return refuse('reviewer-relative')
      if (body.reviewerId !== null && !(await reviewersFor(db, thing)).some(({ personId }) => personId === body.reviewerId))
        return refuse('reviewer-unfit')
      const now = await snapshot(portfolioId)
      const records = recordsToSubmit(now.alive, body.records)
      const made = await change(services, me.id, async (tx, tell) => {
        const { id, organisationId, reviewerId } = body
        const words = body.words.trim()
        const asked = { records: body.records, organisationId, reviewerId, words, position: now.position }
        const waiting = await waitingOf(tx, portfolioId)
        // The other of two devices, or of two authors, was quicker.
        const same = waiting.find((one) => one.id === id || isRepeat(one, asked))
        if (same) return same.id
        const versionId = await keep(tx, portfolioId, me.id, now)
        const at = { createdAt: clock.now(), changedAt: clock.now() }
        const row = {
          id,
          portfolioId,
          records: body.records,
          files: now.filesIn(records),
          versionId,
          organisationId,
          reviewerId,
          words,
          createdBy: me.id,
          ...at,
        }
        // There is one with this name already: what it made stands, and the version of this one is nobody's.
        if (!(await insertSubmission(tx, row))) return id
        await moved(tell, portfolioId, await markEvidence(tx, portfolioId, records))
        await happened(tx, tell, review.requested, row, { asked: reviewerId === null ? [] : [reviewerId] })
        return id
      })
      const line = await shown(made)
      return line.portfolioId === portfolioId ? line : refuse('not-found')
    },
  })

  serve(app, review.list, { about: aboutPortfolio, answer: ({ params }) => linesOfPortfolio(db, params.portfolioId) })

  serve(app, review.open, {
    about: aboutPortfolio,
    answer: ({ params, who }) => openRemarks(services, who ?? refuse('sign-in-needed'), params.portfolioId),
  })

  serve(app, review.queue, {
    answer: async ({ query, who }) => {
      const me = who ?? refuse('sign-in-needed')
      const since = new Date(clock.now().getTime() - waitMs)
      const [queue, told, waits] = await Promise.all([
        queueOf(db, me, query.of, { page: Number(query.page ?? 0), readTitles }),
        toldTo(db, me),
        waitsOf(db, me, since),
      ])
      return { ...queue, told, waits }
    },
  })

  serve(app, review.look, { about, answer: ({ params, who }) => lookAt(services, who, params.submissionId) })

  serve(app, review.piece, { about, answer: ({ params, who }) => pieceOf(services, who, params) })

  serve(app, review.take, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.submissionId, async (tx, before, tell, me) => {
        const { state, reviewerId } = takeReview(before, me.id)
        if (before.state === state && before.reviewer?.personId === reviewerId) return
        const thing = (await thingOfPortfolio(tx, before.portfolioId)) ?? refuse('not-found')
        // Whoever might have taken it sees that it is gone.
        const waited = await concernedBy(tx, before.id, thing)
        const at = clock.now()
        await updateSubmission(tx, before.id, { state, reviewerId, takenAt: before.takenAt ?? at, changedAt: at })
        await happened(tx, tell, review.taken, before, { before: waited })
      }),
  })

  serve(app, review.give, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.submissionId, async (tx, before, tell, me) => {
        const { id, versionId, portfolioId } = before
        const known = await givenBefore(tx, { id: body.id, submissionId: id, versionId, reviewerId: me.id })
        if (known?.id === body.id && known.reviewerId === me.id && known.submissionId === id) return
        const { doc, records } = await frozenOf(tx, before)
        doc.destroy()
        const claims = await claimsOf(
          tx,
          portfolioId,
          records.map((record) => record.id),
        )
        const disputed = await disputedOf(
          tx,
          claims.map((claim) => claim.id),
        )
        const again = speaksAgain(known?.at.toISOString() ?? null, disputed)
        if (again?.length === 0) return refuse('review-given')
        // A further word decides nothing about the work: it stands beside the first.
        if (again && body.outcome !== 'opinion') return refuse('review-over')
        const judgeable = again ? claims.filter((claim) => again.some(({ evidenceId }) => evidenceId === claim.id)) : claims
        const { state, reviewerId } = giveReview(before, body, me.id, judgeable)
        const disputeId = again?.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.disputeId ?? null
        const at = clock.now()
        const { outcome, verdicts } = body
        const text = body.text.trim()
        await insertReview(tx, { id: body.id, submissionId: id, versionId, reviewerId: me.id, outcome, text, disputeId, createdAt: at })
        await moved(tell, portfolioId, await insertVerdicts(tx, { reviewId: body.id, reviewerId: me.id, at, newId, verdicts }))
        const line = await oneLine(tx, id)
        const reviewedAt = line?.reviewedAt ? {} : { reviewedAt: at }
        await updateSubmission(tx, id, { state, reviewerId, takenAt: before.takenAt ?? at, changedAt: at, ...reviewedAt })
        const thing = (await thingOfPortfolio(tx, portfolioId)) ?? refuse('not-found')
        await happened(tx, tell, review.given, before, { reviewed: await authorsOf(tx, thing) })
        const judged = verdicts.map(({ evidenceId }) => evidenceId)
        for (const organisationId of await schoolsOf(tx, judged)) await tell(acceptance.offered, { organisationId })
        const confirmed = verdicts.filter(({ verdict }) => verdict === 'confirmed').map(({ evidenceId }) => evidenceId)
        for (const one of await acceptersOf(tx, confirmed)) if (one.personId !== me.id) await tell(acceptance.proposed, one)
        for (const one of await earnedBy(tx, confirmed, at)) if (one.personId !== me.id) await tell(badge.earned, one)
      }),
  })

  serve(app, review.see, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.submissionId, async (tx, before, tell) => {
        if (await seeReviews(tx, before.id, clock.now())) await notice(tx, tell, before)
      }),
  })

  serve(app, review.answer, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.submissionId, async (tx, before, tell) => {
        const text = body.text.trim()
        const answered =
          (await answerReview(tx, { submissionId: before.id, reviewId: body.reviewId, text, at: clock.now() })) ?? refuse('not-found')
        if (answered.answer !== text) return refuse('review-answered')
        if (!answered.isNew) return
        const { id: submissionId, portfolioId } = before
        const told = (personId: string) => tell(review.replied, { submissionId, portfolioId, personId, reviewId: body.reviewId })
        await happened(tx, tell, review.answered, before, { named: { people: [answered.reviewerId], told } })
      }),
  })

  serve(app, review.resubmit, {
    about,
    answer: async ({ params, body, who }) => {
      const { portfolioId } = await shown(params.submissionId)
      const now = await snapshot(portfolioId)
      return changing(who, params.submissionId, async (tx, before, tell, me) => {
        const words = body.words.trim()
        const said = (versionId: string) =>
          sayResubmitted(tx, { id: newId(), submissionId: before.id, versionId, words, personId: me.id, createdAt: clock.now() })
        // Another author, or another device, was quicker: if nothing was written since, the work is in, and the words of this one stand
        // beside. Whatever was written since goes in.
        if (!resubmits(before) && (await positionOf(tx, before.versionId)) >= now.position) {
          if (words !== '' && (await said(before.versionId))) await notice(tx, tell, before)
          return
        }
        const records = recordsToResubmit(now.alive, before.records)
        const versionId = await keep(tx, portfolioId, me.id, now)
        await said(versionId)
        await updateSubmission(tx, before.id, {
          state: 'resubmitted',
          versionId,
          files: now.filesIn(records),
          changedAt: clock.now(),
        })
        await moved(tell, portfolioId, await markEvidence(tx, portfolioId, records))
        await happened(tx, tell, review.requested, before, { asked: before.reviewer ? [before.reviewer.personId] : [] })
      })
    },
  })

  serve(app, review.withdraw, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.submissionId, async (tx, before, tell) => {
        if (!withdraws(before)) return
        const { doc, records } = await frozenOf(tx, before)
        doc.destroy()
        await updateSubmission(tx, before.id, { state: 'withdrawn', changedAt: clock.now() })
        const ids = records.map(({ id }) => id)
        await moved(tell, before.portfolioId, await unmarkEvidence(tx, before.portfolioId, ids))
        await happened(tx, tell, review.withdrawn, before)
      }),
  })

  serve(app, review.invite, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.submissionId, async (tx, before, tell, me) => {
        if (before.state === 'withdrawn') return refuse('review-over')
        const thing = (await thingOfPortfolio(tx, before.portfolioId)) ?? refuse('not-found')
        if (thing.relatives.includes(body.personId)) return refuse('reviewer-relative')
        if (!(await reviewersFor(tx, thing)).some(({ personId }) => personId === body.personId)) return refuse('reviewer-unfit')
        if (before.reviewer?.personId === body.personId) return
        const row = { submissionId: before.id, personId: body.personId, invitedBy: me.id, createdAt: clock.now() }
        if (await insertReviewer(tx, row)) await happened(tx, tell, review.requested, before, { asked: [body.personId] })
      }),
  })

  serve(app, review.remark, {
    about,
    answer: async ({ params, body, who }) => {
      const { id, recordId, at } = body
      // What was handed in never changes: it is read before anything is held.
      const onPiece = at && isOnPiece(at) ? await anchorOnPiece(db, who, { ...params, recordId }, at) : null
      return changing(who, params.submissionId, async (tx, before, tell, me) => {
        const frozen = await frozenOf(tx, before)
        if (!frozen.records.some((record) => record.id === recordId)) return refuse('record-gone')
        const thread = body.threadId === null ? null : await threadOf(tx, before.id, body.threadId)
        if (body.threadId !== null && thread?.recordId !== recordId) return refuse('not-found')
        const anchor = at && !isOnPiece(at) ? anchorFrom(frozen.doc, recordId, at) : onPiece
        frozen.doc.destroy()
        const row = {
          id,
          submissionId: before.id,
          threadId: body.threadId ?? id,
          recordId,
          anchor,
          text: body.text.trim(),
          personId: me.id,
        }
        if (!(await insertRemark(tx, { ...row, createdAt: clock.now() }))) return
        // Whoever speaks in a thread that was settled opens it again: nobody's word is overlooked.
        if (thread?.resolvedAt) await settleThread(tx, row.threadId, null)
        const of = (await thingOfSubmission(tx, before.id)) ?? refuse('not-found')
        const people = remarkHearers(
          { authors: await authorsOf(tx, of.of), readers: of.reviewers, spoke: await speakersIn(tx, row.threadId) },
          me.id,
        )
        const told = (personId: string) =>
          tell(review.noted, { submissionId: before.id, portfolioId: before.portfolioId, personId, threadId: row.threadId })
        await happened(tx, tell, review.remarked, before, { named: { people, told } })
      })
    },
  })

  serve(app, review.settle, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.submissionId, async (tx, before, tell, me) => {
        const thread = (await threadOf(tx, before.id, body.threadId)) ?? refuse('not-found')
        if ((thread.resolvedAt !== null) === body.settled) return
        await settleThread(tx, body.threadId, body.settled ? { at: clock.now(), by: me.id } : null)
        await happened(tx, tell, review.remarked, before)
      }),
  })
}
