import type { StandReport } from '@sheber/contract/result'
import { inLanguage } from '@sheber/domain/framework'
import type { Language } from '@sheber/contract/words'
import { portfolio } from '@sheber/db/schema'
import { addRecord, bodyOf, bringBackRecord, openPortfolio, readOneRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { resultWords, titleOf } from './result.words.ts'

type Read = Omit<StandReport, 'take' | 'taken' | 'takenByTeam'>

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
/** The same for the same stand: pressed twice, on two devices, it is one record. */
const recordOf = (standId: string): string =>
  Array.from(createHash('sha256').update(`result ${standId}`).digest().subarray(0, 20), (byte) => letters[byte & 31]).join('')

/** Whose portfolio it goes into: somebody's own, or their team's. */
export interface Taker {
  readonly of: 'person' | 'team'
  readonly id: string
}

/** Where it was taken already; a record that was thrown away is none. */
export const takenBy = async ({ db, hub }: Services, standId: string, { of, id }: Taker): Promise<StandReport['taken']> => {
  const [own] = await db
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(eq(of === 'person' ? portfolio.personId : portfolio.teamId, id))
  if (!own) return null
  const recordId = recordOf(standId)
  const there = await hub.read(portfolioRoom(own.id), (doc) => readOneRecord(openPortfolio(doc), recordId))
  return there && there.deleted === null ? { portfolioId: own.id, recordId } : null
}

const paragraph = (words: string, href?: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, words, href === undefined ? {} : { link: { href } })
  element.insert(0, [text])
  return element
}

interface Taking {
  readonly report: Read
  readonly into: Taker
  /** Whose hand it is. */
  readonly by: string
  readonly projectId: string
  /** As YYYY-MM-DD. */
  readonly day: string
  readonly language: Language
}

/** What was shown, how it was judged and where that stands: ready to be linked to competencies. */
export const takeInto = async (
  services: Services,
  { report, into, by, projectId, day, language }: Taking,
): Promise<NonNullable<StandReport['taken']>> => {
  const { db, hub, newId, clock } = services
  const at = clock.now()
  const portfolioId = await portfolioFor(db, newId, { of: into.of, ownerId: into.id, by, at })
  const recordId = recordOf(report.standId)
  const w = resultWords[language]
  const { range } = report
  const exhibition = inLanguage(report.exhibition, language)
  const lines = [
    exhibition,
    ...(report.nomination ? [`${w.nomination}: ${inLanguage(report.nomination, language)}`] : []),
    ...report.awards.filter(({ state }) => state === 'issued').map((one) => titleOf(one, language)),
    ...(range ? [w.places(range.from, range.to, range.of)] : []),
  ]
  await hub.write(portfolioRoom(portfolioId), { person: by, session: null }, 'edit', (doc) => {
    const opened = openPortfolio(doc)
    if (readOneRecord(opened, recordId)) return bringBackRecord(opened, recordId)
    const title = `${report.title} · ${exhibition}`.slice(0, 200)
    // One's own is seen by oneself until one decides otherwise; in a team's everybody in it is an author.
    const audience = into.of === 'team' ? (['team'] as const) : []
    addRecord(opened, { id: recordId, kind: 'presented', title, from: day, project: projectId, audience }, { by, at: at.getTime() })
    const body = bodyOf(opened, recordId)
    doc.transact(
      () =>
        body?.insert(0, [
          ...lines.map((one) => paragraph(one)),
          paragraph(report.judged ? w.report : w.over, `/stand/${report.standId}/report`),
        ]),
      opened.origin,
    )
  })
  return { portfolioId, recordId }
}
