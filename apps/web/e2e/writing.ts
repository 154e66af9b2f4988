import type { evidence } from '@sheber/contract/evidence'
import type { framework } from '@sheber/contract/framework'
import type { review, Verdict } from '@sheber/contract/review'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { pageBody } from '@sheber/document/notebook'
import { notebookRoom, portfolioRoom } from '@sheber/document/room'
import { connectRoom } from '@sheber/sync/client'
import type { Locator, Page } from '@playwright/test'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { shippedFramework } from './places.ts'
import { seedPortfolio, type Adult, type Centre, type Hand } from './seed.ts'
import { expect } from './test.ts'

/** Somebody's own hand in a room, without a page. */
const inRoom = async (url: string, hand: Hand, room: string) => {
  const cookie = [...hand.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const Socket = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { cookie, origin: url } })
    }
  }
  const connection = connectRoom({
    url: `${url.replace('http', 'ws')}/sync`,
    room,
    doc: new Y.Doc(),
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  })
  await expect.poll(() => connection.ready).toBe(true)
  return { doc: connection.doc, settled: () => connection.settled(), end: () => connection.destroy() }
}

/** … in a portfolio. */
export const writing = async (url: string, hand: Hand, portfolioId: string) => {
  const at = await inRoom(url, hand, portfolioRoom(portfolioId))
  return { ...at, portfolio: openPortfolio(at.doc) }
}

/** … on a page of a notebook, which gets these lines and pictures. */
export const writingPage = async (
  url: string,
  hand: Hand,
  pageId: string,
  { lines = [], pictures = [] }: { readonly lines?: readonly string[]; readonly pictures?: readonly { fileId: string; alt: string }[] },
) => {
  const at = await inRoom(url, hand, notebookRoom(pageId))
  const body = pageBody(at.doc)
  const texts = lines.map((words) => {
    const [line, text] = [new Y.XmlElement('paragraph'), new Y.XmlText(words)]
    line.insert(0, [text])
    body.push([line])
    return text
  })
  for (const { fileId, alt } of pictures) {
    const picture = new Y.XmlElement('picture')
    picture.setAttribute('fileId', fileId)
    picture.setAttribute('alt', alt)
    body.push([picture])
  }
  await at.settled()
  return { ...at, texts }
}

/** Presses and choices of one hand; typing the words is not counted. */
export const counting = (page: Page) => {
  let clicks = 0
  return {
    click: async (name: string, role: 'button' | 'link' = 'button') => {
      clicks += 1
      await page.getByRole(role, { name, exact: true }).first().click()
    },
    press: async (key: string) => {
      clicks += 1
      await page.keyboard.press(key)
    },
    tick: async (name: string) => {
      clicks += 1
      await page.getByRole('checkbox', { name, exact: true }).check()
    },
    /** Whatever is pressed, named by where it is. */
    on: async (target: Locator) => {
      clicks += 1
      await target.click()
    },
    choose: async (from: Locator, label: string) => {
      clicks += 1
      await from.selectOption({ label })
    },
    get clicks() {
      return clicks
    },
  }
}

/** Whoever reads it says so through the API: each claim stands on the level it was claimed at, or is not there yet. */
export const sayOf = async (hand: Hand, submissionId: string, verdict: Verdict, text = 'Хорошая работа') => {
  const params = { submissionId }
  const { version, evidence } = await ask<typeof review.look>(hand.fetch, 'GET', '/api/review/:submissionId', { params })
  const verdicts = evidence.map(({ id, levelId }) => ({
    ...{ evidenceId: id, verdict, text: '' },
    levelId: verdict === 'not_yet' ? null : levelId,
  }))
  const body = { id: newId(), versionId: version.id, outcome: 'accepted' as const, text, verdicts }
  await ask<typeof review.give>(hand.fetch, 'POST', '/api/review/:submissionId/give', { params, body })
}

/** A competency of the framework that ships, by its code, and a level of it. */
export const competencyBy = async (hand: Hand, code: string, at: number) => {
  const { draft } = await ask<typeof framework.look>(hand.fetch, 'GET', '/api/framework/:frameworkId', {
    params: { frameworkId: shippedFramework },
  })
  const competency = draft.competencies.find((one) => one.code === code)
  const level = draft.levels[at]
  if (!competency || !level) throw new Error(`the framework that ships has no ${code}`)
  return { competencyId: competency.id, levelId: level.id, title: competency.title.ru, named: `${code} ${competency.title.ru}` }
}

interface Work {
  readonly centre: Centre
  readonly learner: { readonly id: string; readonly hand: Hand }
  readonly teacher: Adult
  readonly recordId: string
  readonly title: string
  /** By its code. */
  readonly shows: string
  /** Where the learner learns; absent: at the centre. */
  readonly organisationId?: string
}

/** A record that shows something, handed in to a teacher who has not opened it yet. */
export const seedHandedIn = async ({ centre, learner, teacher, recordId, title, shows, organisationId = centre.id }: Work) => {
  const portfolioId = await seedPortfolio(learner)
  const at = await writing(centre.url, learner.hand, portfolioId)
  addRecord(at.portfolio, { id: recordId, kind: 'made', title }, { by: learner.id, at: Date.now() })
  await at.settled()
  at.end()
  const { competencyId, levelId, named } = await competencyBy(learner.hand, shows, 1)
  await ask<typeof evidence.link>(learner.hand.fetch, 'POST', '/api/portfolio/:portfolioId/evidence', {
    params: { portfolioId },
    body: { recordId, people: [], claims: [{ competencyId, levelId }], why: 'Өзім жасадым' },
  })
  const submissionId = newId()
  await ask<typeof review.request>(learner.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id: submissionId, records: [recordId], organisationId, reviewerId: teacher.id, words: '' },
  })
  return { portfolioId, submissionId, named, competencyId, levelId }
}
