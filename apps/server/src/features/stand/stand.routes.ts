import type { Fact } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import { stand, type Entry, type Stand, type StandDeed } from '@sheber/contract/stand'
import type { Tx } from '@sheber/db/open'
import { readBoard } from '@sheber/document/board'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { takesEntry, takesModeration } from '@sheber/domain/exhibition'
import { cleanName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { keepSeen } from '@sheber/domain/seen'
import {
  admitStand,
  confirmPart,
  isVideo,
  keepParts,
  lacksOf,
  placesFor,
  removeStand,
  restoreStand,
  returnStand,
  withdrawStand,
  writesEntry,
} from '@sheber/domain/stand'
import type { FastifyInstance } from 'fastify'
import { isDeepStrictEqual } from 'node:util'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { keepVersion, openVersion } from '../../sync/room-version.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { thingOfOwner } from '../portfolio/portfolio.thing.ts'
import { thingOfProject } from '../project/project.thing.ts'
import type { HandsOf } from '../trace/trace.hands.ts'
import { entryFrom } from './stand.begin.ts'
import { draftOf } from './stand.draft.ts'
import { organisersOf } from './stand.hear.ts'
import { lookAt } from './stand.look.ts'
import { standPicture } from './stand.picture.ts'
import {
  entriesOf,
  filesOfProject,
  hasNumber,
  insertEntry,
  insertStand,
  lockNumbers,
  lockStand,
  noteDecision,
  oneStand,
  peopleOfTeams,
  positionOf,
  projectBegun,
  putShown,
  standBegun,
  standsOfExhibition,
  standsOfProject,
  touchStand,
  updateStand,
  type Around,
} from './stand.store.ts'
import { thingOfStand } from './stand.thing.ts'

export const standRoutes = (app: FastifyInstance, services: Services, handsOf: HandsOf) => {
  const { db, hub, clock, newId } = services
  const about = ({ params }: { params: { standId: string } }) => thingOfStand(db, params.standId)
  const aboutProject = ({ params }: { params: { projectId: string } }) => thingOfProject(db, params.projectId)
  const aboutExhibition = ({ params }: { params: { exhibitionId: string } }) => thingOfExhibition(db, params.exhibitionId)

  const shown = async (who: Who | null, id: string): Promise<Stand> =>
    (await lookAt(services, who, [(await oneStand(db, id)) ?? refuse('not-found')]))[0] ?? refuse('not-found')

  const named = ({ row, team }: Around) => ({ standId: row.id, exhibitionId: row.exhibitionId, teamId: team.id })
  type Deed = (tx: Tx, before: Around, tell: Tell, me: Who) => Promise<void>
  /** One stand, held until the change is done. */
  const changing = async (who: Who | null, id: string, work: Deed): Promise<Stand> => {
    const me = who ?? refuse('sign-in-needed')
    await change(services, me.id, async (tx, tell) => work(tx, (await lockStand(tx, id)) ?? refuse('not-found'), tell, me))
    return shown(me, id)
  }
  type Heard = Fact<string, (typeof stand)['offered']['body']>
  const toEach = async (tell: Tell, what: Heard, standId: string, people: readonly string[]) => {
    for (const personId of new Set(people)) await tell(what, { standId, personId })
  }
  const teamOf = async (tx: Tx, { team, row }: Around) => [
    ...(await peopleOfTeams(tx, [team.id])).map(({ id }) => id),
    ...row.members.map(({ id }) => id),
  ]
  /** For good, where the row itself is written over by whatever comes next. */
  const note = (tx: Tx, standId: string, step: StandDeed, by: string, reason = '') =>
    noteDecision(tx, { id: newId(), standId, step, reason, personId: by, at: clock.now() })
  const writing = ({ row, of }: Around) => writesEntry(of.plan, of.state, row, clock.now()) ?? refuse('entries-closed')

  standPicture(app, services)

  serve(app, stand.ofProject, {
    about: aboutProject,
    answer: async ({ params, who }) => lookAt(services, who, await standsOfProject(db, params.projectId)),
  })

  serve(app, stand.list, {
    about: aboutExhibition,
    answer: async ({ params, who }) => lookAt(services, who, await standsOfExhibition(db, params.exhibitionId), { moderating: true }),
  })

  serve(app, stand.look, { about, answer: ({ params, who }) => shown(who, params.standId) })

  serve(app, stand.begin, {
    about: aboutProject,
    answer: async ({ params: { projectId }, body: { id, exhibitionId }, who, language }) => {
      const me = who ?? refuse('sign-in-needed')
      const thing = await thingOfExhibition(db, exhibitionId)
      if (!thing || !may(me, 'exhibition.look', thing)) return refuse('not-found')
      const known = await standBegun(db, exhibitionId, projectId)
      if (known) return shown(me, known)
      const open = async () => {
        const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
        return takesEntry(of.plan, of.state, clock.now()) ?? refuse('entries-closed')
      }
      await open()
      const { project, boardId } = (await projectBegun(db, projectId)) ?? refuse('not-found')
      const entry = await entryFrom(services, handsOf, { who: me, language, project, boardId })
      const at = { createdAt: clock.now(), changedAt: clock.now() }
      const made = await change(services, me.id, async (tx, tell) => {
        const one = (await insertStand(tx, { id, exhibitionId, projectId, entry, createdBy: me.id, ...at })) ?? refuse('not-found')
        if (one.isNew) await tell(stand.changed, { standId: one.id, exhibitionId, teamId: project.teamId })
        return one
      })
      return shown(me, made.id)
    },
  })

  /** Pictures are pictures, a model is a model, a film is a film, and all of them lie on the project's boards. */
  const checkFiles = async (tx: Tx, projectId: string, { posterId, pictures, modelId, clip, files: taken = [] }: Entry) => {
    const seen = [...(posterId ? [posterId] : []), ...pictures, ...(clip?.stillId ? [clip.stillId] : [])]
    const others = [...(modelId ? [modelId] : []), ...(clip ? [clip.fileId] : []), ...taken]
    const files = await filesOfProject(tx, projectId, [...seen, ...others])
    const is = (id: string, kind: string) => files.some((one) => one.id === id && one.type.startsWith(kind))
    const fits =
      seen.every((id) => is(id, 'image/')) &&
      (modelId === null || is(modelId, 'model/')) &&
      (!clip || is(clip.fileId, 'video/')) &&
      // A picture goes out by itself, at widths of ours and without what its camera wrote into it.
      taken.every((id) => is(id, '') && !is(id, 'image/') && !is(id, 'video/'))
    if (!fits) refuse('file-unknown')
  }

  serve(app, stand.change, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.standId, async (tx, before, tell) => {
        writing(before)
        const { row, team } = before
        const members = await peopleOfTeams(tx, [team.id])
        const ids = members.map(({ id }) => id)
        const asked = { ...body.entry, title: cleanName(body.entry.title), pictures: [...new Set(body.entry.pictures)] }
        const shows = [asked.posterId, ...asked.pictures, asked.clip?.fileId].flatMap((id) => id ?? [])
        const entry: Entry = {
          ...asked,
          parts: keepParts(asked.parts, row.entry.parts, ids),
          ...(asked.files && { files: [...new Set(asked.files)] }),
          ...(asked.seen && { seen: keepSeen(asked.seen, shows, ids) }),
        }
        // Said twice by one device, whose first answer was lost.
        if (isDeepStrictEqual(entry, row.entry)) return
        if (body.revision !== row.revision) return refuse('stand-changed')
        if (entry.video !== null && !isVideo(entry.video)) return refuse('video-host')
        await checkFiles(tx, row.projectId, entry)
        await updateStand(tx, row.id, { entry, changedAt: clock.now() })
        await tell(stand.changed, named(before))
      }),
  })

  serve(app, stand.confirm, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        writing(before)
        const { row } = before
        const parts = confirmPart(row.entry.parts, me.id, body.words)
        if (isDeepStrictEqual(parts, row.entry.parts)) return
        await touchStand(tx, row.id, { entry: { ...row.entry, parts }, changedAt: clock.now() })
        await tell(stand.changed, named(before))
      }),
  })

  /** The rooms as the log has them now. */
  const frozen = async ({ team, boardId }: Around) => {
    const board = await hub.snapshot(boardRoom(boardId))
    const doc = openVersion(board.bytes)
    const things = readBoard(doc).things.length
    doc.destroy()
    const portfolioId = (await thingOfOwner(db, 'team', team.id))?.id ?? ''
    const records = portfolioId === '' ? null : { room: portfolioRoom(portfolioId), ...(await hub.snapshot(portfolioRoom(portfolioId))) }
    return { board: { room: boardRoom(boardId), ...board }, things, records }
  }
  type Frozen = { readonly room: string; readonly position: number; readonly bytes: Uint8Array }
  const keep = async (tx: Tx, personId: string, { room, position, bytes }: Frozen): Promise<string> => {
    const id = newId()
    await keepVersion(tx, { id, room, position, name: null, bytes, personId, createdAt: clock.now() })
    return id
  }

  serve(app, stand.enter, {
    about,
    answer: async ({ params, who }) => {
      const now = await frozen((await oneStand(db, params.standId)) ?? refuse('not-found'))
      return changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of, team, project } = before
        const last = (await entriesOf(tx, [row.id])).get(row.id)
        // The other of two clicks was quicker: nothing has changed since, in words or on the board.
        if (
          row.state === 'entered' &&
          last &&
          isDeepStrictEqual(last.entry, row.entry) &&
          (await positionOf(tx, last.versionId)) === now.board.position
        )
          return
        const { late } = writing(before)
        const people = await peopleOfTeams(tx, [team.id])
        const members = people.map(({ id, adult }) => ({ id, adult }))
        const lacks = lacksOf(of.plan, row.entry, people, { direction: project.direction, things: now.things })
        if (lacks.length > 0) return refuse('stand-unready')
        const versionId = await keep(tx, me.id, now.board)
        const recordsVersionId = row.entry.records.length > 0 && now.records ? await keep(tx, me.id, now.records) : null
        const handed = { entry: row.entry, members, versionId, recordsVersionId }
        const { authors, tells } = await draftOf(tx, before, handed)
        const at = clock.now()
        await insertEntry(tx, { standId: row.id, ...handed, late, authors, tells, by: me.id, at })
        const entered = { state: 'entered' as const, enteredAt: at, enteredBy: me.id, late, reason: '' }
        await touchStand(tx, row.id, { ...entered, members, versionId, recordsVersionId, changedAt: at })
        await note(tx, row.id, 'entered', me.id)
        await tell(stand.entered, named(before))
        await toEach(tell, stand.offered, row.id, await organisersOf(tx, row.exhibitionId))
      })
    },
  })

  serve(app, stand.withdraw, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of } = before
        if (row.state === 'withdrawn') return
        withdrawStand(row, of.state)
        await note(tx, row.id, 'withdrawn', me.id)
        await touchStand(tx, row.id, { state: 'withdrawn', was: row.state, changedAt: clock.now() })
        await tell(stand.changed, named(before))
      }),
  })

  const decided = (me: Who) => ({ decidedBy: me.id, decidedAt: clock.now(), changedAt: clock.now() })

  serve(app, stand.admit, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of, team } = before
        const own = me.teams.includes(team.id) || row.members.some(({ id }) => id === me.id)
        if (!admitStand(row, of.state, { own })) return
        if (!takesModeration(of.plan.windows, clock.now())) return refuse('moderation-closed')
        const handed = (await entriesOf(tx, [row.id])).get(row.id) ?? refuse('stand-step')
        const copy = await draftOf(tx, before, handed)
        await putShown(tx, row.id, { ...copy, at: clock.now() })
        await touchStand(tx, row.id, { state: 'admitted', reason: '', ...decided(me) })
        await note(tx, row.id, 'admitted', me.id)
        await tell(stand.admitted, named(before))
        await toEach(tell, stand.welcomed, row.id, await teamOf(tx, before))
      }),
  })

  serve(app, stand.return, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of } = before
        const reason = returnStand(row, of.state, body.reason)
        if (!takesModeration(of.plan.windows, clock.now())) return refuse('moderation-closed')
        await touchStand(tx, row.id, { state: 'returned', reason, ...decided(me) })
        await note(tx, row.id, 'returned', me.id, reason)
        await tell(stand.returned, named(before))
        await toEach(tell, stand.answered, row.id, await teamOf(tx, before))
      }),
  })

  serve(app, stand.remove, {
    about,
    answer: ({ params, body, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of } = before
        const reason = removeStand(row, of.state, body.reason)
        await touchStand(tx, row.id, { state: 'removed', was: row.state, reason, ...decided(me) })
        await note(tx, row.id, 'removed', me.id, reason)
        await tell(stand.removed, named(before))
        await toEach(tell, stand.dropped, row.id, await teamOf(tx, before))
      }),
  })

  serve(app, stand.restore, {
    about,
    answer: ({ params, who }) =>
      changing(who, params.standId, async (tx, before, tell, me) => {
        const { row, of, team } = before
        const moderates = (await thingOfStand(tx, row.id).then((thing) => thing && may(me, 'stand.admit', thing))) ?? false
        const state = restoreStand(row, of.state, { ofTeam: me.teams.includes(team.id), moderates })
        await note(tx, row.id, 'restored', me.id)
        await touchStand(tx, row.id, { state, was: null, reason: state === 'returned' ? row.reason : '', changedAt: clock.now() })
        await tell(stand.changed, named(before))
      }),
  })

  serve(app, stand.place, {
    about,
    answer: ({ params, body: { number, place }, who }) =>
      changing(who, params.standId, async (tx, before, tell) => {
        const { row, of } = before
        await lockNumbers(tx, row.exhibitionId)
        const other = number === null ? undefined : await hasNumber(tx, row.exhibitionId, number)
        if (other !== undefined && other !== row.id) return refuse('number-taken')
        const { width, height } = of.plan.hall
        const x = place && Math.min(place.x, width)
        const y = place && Math.min(place.y, height)
        await touchStand(tx, row.id, { number, x, y, changedAt: clock.now() })
        await tell(stand.changed, named(before))
      }),
  })

  serve(app, stand.placeAll, {
    about: aboutExhibition,
    answer: async ({ params: { exhibitionId }, who }) => {
      const me = who ?? refuse('sign-in-needed')
      await change(services, me.id, async (tx, tell) => {
        await lockNumbers(tx, exhibitionId)
        const of = (await exhibitionNow(tx, exhibitionId)) ?? refuse('not-found')
        const all = await standsOfExhibition(tx, exhibitionId)
        const admitted = all.filter(({ row }) => row.state === 'admitted')
        const known = new Map(admitted.map((one) => [one.row.id, one]))
        // Numbers of those that are out of the hall for the moment stay theirs.
        const taken = all.flatMap(({ row }) => (row.state === 'admitted' ? [] : (row.number ?? [])))
        const asked = admitted.map(({ row }) => ({
          ...{ id: row.id, nominationId: row.entry.nominationId, number: row.number },
          place: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
        }))
        for (const { id, number, place } of placesFor(asked, of.plan, taken)) {
          const before = known.get(id)
          if (!before || (before.row.number === number && before.row.x === place.x && before.row.y === place.y)) continue
          await touchStand(tx, id, { number, ...place, changedAt: clock.now() })
          await tell(stand.changed, named(before))
        }
      })
      return lookAt(services, me, await standsOfExhibition(db, exhibitionId), { moderating: true })
    },
  })

  serve(app, stand.arrive, {
    about,
    answer: ({ params, body: { here }, who }) =>
      changing(who, params.standId, async (tx, before, tell) => {
        const { row } = before
        if ((row.arrivedAt !== null) === here) return
        await touchStand(tx, row.id, { arrivedAt: here ? clock.now() : null })
        await tell(stand.changed, named(before))
      }),
  })
}
