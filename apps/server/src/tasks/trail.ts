import { person } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'
import { checkTrail } from '../features/trail/trail.check.ts'
import { chainOf, freeRow, trailed, wordsAbout } from '../features/trail/trail.store.ts'
import { erasePapers } from '../features/result/result.paper.ts'
import type { Services } from '../services.ts'
import type { Task } from './index.ts'
import { Wrong } from './wrong.ts'

/** Whether the trails of all exhibitions, or of the one that is named, are what was written. Changes nothing. */
export const trailCheck: Task = async ({ db }: Services, exhibitionId) => {
  const ids = exhibitionId ? [exhibitionId] : await trailed(db)
  const lines: string[] = []
  for (const id of ids) {
    const { length, sha256, broken } = await checkTrail(db, id)
    const state = broken ? `BROKEN at ${broken.nth ?? 'its end'}: ${broken.why}` : 'whole'
    lines.push(`${id}: ${state}, ${length} rows, ${sha256 || 'no hash yet'}`)
  }
  return lines.join('\n') || 'no exhibition has a trail yet'
}

/** A trail as lines of JSON, each with its row, its place and its hashes: what goes into an archive can be counted again there. */
export const trailExport: Task = async ({ db }: Services, exhibitionId) => {
  const { links } = await chainOf(db, exhibitionId ?? '')
  if (links.length === 0) throw new Wrong(`No exhibition ${exhibitionId ?? ''} has a trail.`)
  return links
    .map(({ nth, source, rowId, said, rowSha256, sha256, way }) => JSON.stringify({ nth, source, rowId, said, rowSha256, sha256, way }))
    .join('\n')
}

/** What the law asks: words that a person wrote, or that name them, go; that something stood there stays known, and the chain whole. */
export const trailErase: Task = async ({ db, clock, newId }: Services, personId = '', ...why) => {
  const [found] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId))
  if (!found) throw new Wrong(`No person ${personId}.`)
  const reason = why.join(' ').trim()
  if (!reason) throw new Wrong('Say why after the person: it stands in the trail for good, without a name.')
  return db.transaction(async (tx) => {
    const rows = await wordsAbout(tx, { personId, names: found.name.trim() ? [found.name.trim()] : [] })
    for (const { source, id } of rows) await freeRow(tx, { releaseId: newId(), source, id, way: 'erased', reason, at: clock.now() })
    const papers = await erasePapers(tx, personId)
    return `words of ${rows.length} rows and the name on ${papers} papers erased; whoever is only named by a part of the name is not found by this`
  })
}
