import type { Tx } from '@sheber/db/open'
import { portfolio, team } from '@sheber/db/schema'
import {
  addRecord,
  addSection,
  beginPortfolio,
  bodyOf,
  colourCover,
  openPortfolio,
  sayInRecord,
  sayOnCover,
} from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import type { Ids } from './demo-fill-people.ts'
import { portfolios, type DemoPortfolio } from './demo-portfolios.ts'

const dayMs = 86_400_000

const paragraph = (words: string) => {
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText(words)])
  return made
}

const listOf = (points: readonly string[]) => {
  const list = new Y.XmlElement('bulletList')
  const items = points.map((point) => {
    const item = new Y.XmlElement('listItem')
    item.insert(0, [paragraph(point)])
    return item
  })
  // All at once: what lies outside a document yet cannot be asked how long it is.
  list.insert(0, items)
  return list
}

/** As the editor writes it: points that follow one another are one list. */
const written = (words: readonly string[]): Y.XmlElement[] => {
  const blocks: (string | string[])[] = []
  for (const line of words) {
    const last = blocks.at(-1)
    if (!line.startsWith('- ')) blocks.push(line)
    else if (Array.isArray(last)) last.push(line.slice(2))
    else blocks.push([line.slice(2)])
  }
  return blocks.map((block) => (Array.isArray(block) ? listOf(block) : paragraph(block)))
}

const draw = (one: DemoPortfolio, now: Date, author: (by: string | undefined) => string): Uint8Array => {
  const doc = new Y.Doc()
  const made = openPortfolio(doc)
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  const day = (days: number) => daysAgo(days).toISOString().slice(0, 10)
  beginPortfolio(made)
  sayOnCover(made, 'title', one.title)
  sayOnCover(made, 'about', one.about)
  colourCover(made, one.colour)
  one.sections.forEach((title, at) => addSection(made, { id: `s${at}`, title }))
  one.records.forEach(({ kind, title, days: [from, to], section, audience, words, prompt, reflection, by }, at) => {
    const id = `r${at}`
    const stands = { section: section < 0 ? '' : `s${section}`, from: day(from), to: to === from ? '' : day(to) }
    addRecord(made, { id, kind, title, audience, prompt, ...stands }, { by: author(by), at: daysAgo(to).getTime() })
    sayInRecord(made, id, 'reflection', reflection)
    bodyOf(made, id)?.insert(0, written(words))
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Two pupils and a team have one already, as they come with the boards of their projects. */
export const fillPortfolios = async (tx: Tx, { clock, newId }: Services, { people }: Ids): Promise<void> => {
  const now = clock.now()
  for (const one of portfolios) {
    const id = newId()
    const first = 'person' in one.of ? one.of.person : (one.records[0]?.by ?? '')
    const author = (by: string | undefined) => people.get(by ?? first) as string
    const owner =
      'person' in one.of
        ? { personId: author(undefined) }
        : { teamId: (await tx.select({ id: team.id }).from(team).where(eq(team.name, one.of.team)))[0]?.id as string }
    await tx.insert(portfolio).values({ id, ...owner, createdAt: now })
    await makeRoom(tx, portfolioRoom(id), newId(), { bytes: draw(one, now, author), personId: author(undefined), at: now })
  }
}
