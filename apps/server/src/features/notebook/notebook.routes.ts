import { notebook } from '@sheber/contract/notebook'
import { refuse } from '@sheber/contract/refusal'
import { isBlank, readPage } from '@sheber/document/notebook'
import { notebookRoom } from '@sheber/document/room'
import { admitDay, admitPage, pageVersionsMax } from '@sheber/domain/notebook'
import type { FastifyInstance } from 'fastify'
import * as Y from 'yjs'
import { askRooms } from '../../facts/revoke.ts'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { frozenOf, setFrozen } from '../../sync/frozen.ts'
import { docOfLog } from '../../sync/log.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { keepVersion, openVersion, soundVersion } from '../../sync/room-version.ts'
import { lockProject } from '../project/project.lock.ts'
import { thingOfProject } from '../project/project.thing.ts'
import { showNotebook, showPage, signatureOf } from './notebook.show.ts'
import {
  countPages,
  insertPage,
  insertSignature,
  nextOfDay,
  onePage,
  pageOfDay,
  setRemoved,
  signaturesOf,
  updatePage,
  versionOf,
  versionSigned,
  versionsKept,
  withdrawSignature,
} from './notebook.store.ts'
import { thingOfPage, thingOfSignature } from './notebook.thing.ts'

export const notebookRoutes = (app: FastifyInstance, services: Services) => {
  const { db, hub, clock, newId } = services
  const about = ({ params }: { params: { pageId: string } }) => thingOfPage(db, params.pageId)
  const ofProject = ({ params }: { params: { projectId: string } }) => thingOfProject(db, params.projectId)
  const pageOf = async (id: string) => (await onePage(db, id)) ?? refuse('not-found')
  /** What is signed stays as it was seen, its day and its title too. */
  const refuseSigned = async (id: string) => {
    if (await frozenOf(db, notebookRoom(id))) refuse('page-signed')
  }

  serve(app, notebook.list, {
    about: ofProject,
    answer: ({ params, query, who }) => showNotebook(services, who, params.projectId, query.words),
  })

  serve(app, notebook.open, {
    about: ofProject,
    answer: async ({ params: { projectId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const day = admitDay(body.day, clock.now())
      const id = await change(services, who.id, async (tx, tell) => {
        // Two who open a day at once open one page.
        await lockProject(tx, projectId)
        const there = await onePage(tx, body.id)
        if (there) return there.projectId === projectId && there.createdBy === who.id ? there.id : refuse('input')
        const ofDay = body.another ? null : await pageOfDay(tx, projectId, day)
        if (ofDay) return ofDay
        admitPage(await countPages(tx, projectId))
        const nth = await nextOfDay(tx, projectId, day)
        await insertPage(tx, { id: body.id, projectId, day, nth, createdBy: who.id, createdAt: clock.now() })
        await makeRoom(tx, notebookRoom(body.id), newId())
        await tell(notebook.opened, { pageId: body.id, projectId })
        return body.id
      })
      return showPage(services, who, id)
    },
  })

  serve(app, notebook.look, { about, answer: ({ params, who }) => showPage(services, who, params.pageId) })

  serve(app, notebook.change, {
    about,
    answer: async ({ params: { pageId }, body, who }) => {
      await refuseSigned(pageId)
      const day = body.day === undefined ? null : admitDay(body.day, clock.now())
      await change(services, who?.id ?? null, async (tx, tell) => {
        const row = await pageOf(pageId)
        await lockProject(tx, row.projectId)
        const moved = day !== null && day !== row.day
        const title = body.title?.trim() ?? row.title
        if (!moved && title === row.title) return
        await updatePage(tx, pageId, { title, ...(moved && { day, nth: await nextOfDay(tx, row.projectId, day) }) })
        await tell(notebook.changed, { pageId, projectId: row.projectId })
      })
      return showPage(services, who, pageId)
    },
  })

  const turn = async (pageId: string, by: string, isRemoved: boolean) => {
    const { projectId } = await pageOf(pageId)
    await change(services, by, async (tx, tell) => {
      if (await setRemoved(tx, pageId, isRemoved ? { at: clock.now(), by } : null)) await tell(notebook.changed, { pageId, projectId })
    })
    await askRooms(services, new Set([notebookRoom(pageId)]))
  }

  serve(app, notebook.remove, {
    about,
    answer: async ({ params: { pageId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await refuseSigned(pageId)
      await turn(pageId, who.id, true)
      return {}
    },
  })

  serve(app, notebook.restore, {
    about,
    answer: async ({ params: { pageId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await turn(pageId, who.id, false)
      return showPage(services, who, pageId)
    },
  })

  serve(app, notebook.sign, {
    about,
    answer: async ({ params: { pageId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { projectId, removedAt } = await pageOf(pageId)
      if (removedAt) return refuse('page-removed')
      const room = notebookRoom(pageId)
      await change(services, who.id, async (tx, tell) => {
        const now = clock.now()
        // Whoever was signed with first holds; the second finds it done.
        if (!(await setFrozen(tx, room, { at: now, by: who.id }))) return
        // The log takes nothing more, so what it holds now is what is signed.
        const { position, doc } = await docOfLog(tx, room)
        if (isBlank(readPage(doc))) return refuse('page-empty')
        const versionId = newId()
        const bytes = Y.encodeStateAsUpdate(doc)
        await keepVersion(tx, { id: versionId, room, position, name: null, bytes, personId: who.id, createdAt: now })
        await insertSignature(tx, { id: newId(), pageId, personId: who.id, at: now, versionId })
        await tell(notebook.signed, { pageId, projectId, signed: true })
      })
      // Here at once: between the commit and the fact's way through the log a hand could still reach the page.
      await askRooms(services, new Set([room]))
      return showPage(services, who, pageId)
    },
  })

  serve(app, notebook.unsign, {
    about: ({ params }) => thingOfSignature(db, params.pageId),
    answer: async ({ params: { pageId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { projectId } = await pageOf(pageId)
      await change(services, who.id, async (tx, tell) => {
        if (!(await withdrawSignature(tx, pageId, clock.now()))) return
        await setFrozen(tx, notebookRoom(pageId), null)
        await tell(notebook.signed, { pageId, projectId, signed: false })
      })
      await askRooms(services, new Set([notebookRoom(pageId)]))
      return showPage(services, who, pageId)
    },
  })

  serve(app, notebook.proof, {
    about,
    answer: async ({ params: { pageId, signatureId } }) => {
      const { bytes } = soundVersion((await versionSigned(db, pageId, signatureId)) ?? refuse('not-found'))
      const one = (await signaturesOf(db, [pageId])).find(({ id }) => id === signatureId) ?? refuse('not-found')
      return { signature: signatureOf(one), update: Buffer.from(bytes).toString('base64') }
    },
  })

  serve(app, notebook.keep, {
    about,
    answer: async ({ params: { pageId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { position, bytes } = await hub.snapshot(notebookRoom(pageId))
      if (isBlank(readPage(openVersion(bytes)))) return refuse('page-empty')
      const { count, same } = await versionsKept(db, pageId, { personId: who.id, position })
      if (same) return { versionId: same }
      if (count >= pageVersionsMax) return refuse('too-many-versions', { max: pageVersionsMax })
      const id = newId()
      await keepVersion(db, { id, room: notebookRoom(pageId), position, name: null, bytes, personId: who.id, createdAt: clock.now() })
      return { versionId: id }
    },
  })

  serve(app, notebook.kept, {
    about,
    answer: async ({ params: { pageId, versionId } }) => {
      const { bytes } = soundVersion((await versionOf(db, pageId, versionId)) ?? refuse('not-found'))
      return { update: Buffer.from(bytes).toString('base64') }
    },
  })
}
