import { wallDay } from '@sheber/domain/day'
import type { Tx } from '@sheber/db/open'
import { notebookPage, notebookSignature, project, roomUpdate, team } from '@sheber/db/schema'
import { pageBody } from '@sheber/document/notebook'
import { notebookRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { setFrozen } from '../../sync/frozen.ts'
import { docOfLog } from '../../sync/log.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { keepVersion } from '../../sync/room-version.ts'
import type { Ids } from './demo-fill-people.ts'
import { notebooks, type DemoBlock, type DemoPage } from './demo-notebooks.ts'

const dayMs = 86_400_000

const element = (name: string, content: readonly (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, [...content])
  return made
}
const paragraph = (words: string) => element('paragraph', [new Y.XmlText(words)])

/** As the editor writes it. */
const blockOf = (block: DemoBlock): Y.XmlElement => {
  if ('words' in block) return paragraph(block.words)
  if ('points' in block)
    return element(
      'bulletList',
      block.points.map((point) => element('listItem', [paragraph(point)])),
    )
  if ('rows' in block)
    return element(
      'table',
      block.rows.map((row, at) =>
        element(
          'tableRow',
          row.map((cell) => element(at === 0 ? 'tableHeader' : 'tableCell', [paragraph(cell)])),
        ),
      ),
    )
  const heading = element('heading', [new Y.XmlText(block.heading)])
  heading.setAttribute('level', 2 as unknown as string)
  return heading
}

/** Each of its authors writes their part of it: the blocks are dealt out in order. */
const draw = ({ by, blocks }: DemoPage): readonly { readonly name: string; readonly bytes: Uint8Array }[] => {
  const doc = new Y.Doc()
  const share = Math.ceil(blocks.length / by.length)
  return by.map((name, at) => {
    const before = Y.encodeStateVector(doc)
    pageBody(doc).push(blocks.slice(at * share, (at + 1) * share).map(blockOf))
    return { name, bytes: Y.encodeStateAsUpdate(doc, before) }
  })
}

/** Two projects keep a notebook, one in Russian and one in Kazakh; an adult of each team has signed a page. */
export const fillNotebooks = async (tx: Tx, { clock, newId }: Services, { people }: Ids): Promise<void> => {
  const now = clock.now()
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  for (const { team: name, pages } of notebooks) {
    const [found] = await tx
      .select({ id: project.id })
      .from(project)
      .innerJoin(team, eq(team.id, project.teamId))
      .where(eq(team.name, name))
    if (!found) throw new Error(`No team ${name}`)
    for (const page of pages) {
      const id = newId()
      const at = daysAgo(page.day)
      const room = notebookRoom(id)
      const createdBy = people.get(page.by[0] ?? '') as string
      await tx
        .insert(notebookPage)
        .values({ id, projectId: found.id, day: wallDay(at), nth: 1, title: page.title, createdBy, createdAt: at })
      await makeRoom(tx, room, newId())
      const rows = draw(page).map(({ name, bytes }, nth) => {
        const personId = people.get(name) as string
        return { room, position: nth + 1, personId, kind: 'import' as const, bytes, checksum: crc32(bytes), at }
      })
      await tx.insert(roomUpdate).values(rows)
      if (!page.signed) continue
      const seen = { by: people.get(page.signed.by) as string, at: daysAgo(page.signed.day) }
      await setFrozen(tx, room, seen)
      const { position, doc } = await docOfLog(tx, room)
      const version = { id: newId(), room, position, name: null, bytes: Y.encodeStateAsUpdate(doc), personId: seen.by, createdAt: seen.at }
      await keepVersion(tx, version)
      await tx.insert(notebookSignature).values({ id: newId(), pageId: id, personId: seen.by, at: seen.at, versionId: version.id })
    }
  }
}
