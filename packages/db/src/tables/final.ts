import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { exhibition } from './exhibition.ts'
import { moment } from './kit.ts'
import { person } from './person.ts'
import { stand } from './stand.ts'

/** How far the final of an exhibition is; no row: its first round was never closed. What it is to be stands in the plan. */
export const final = pgTable('final', {
  exhibitionId: text()
    .primaryKey()
    .references(() => exhibition.id),
  /** The first round; null: it was opened again. */
  closedAt: moment(),
  closedBy: text().references(() => person.id),
  /** Since when finalists are judged; null: they are chosen, or it was taken back. */
  begunAt: moment(),
  begunBy: text().references(() => person.id),
})

/** Who is in the final. Whoever was taken out has no row; that they were in is told by the trail. */
export const finalist = pgTable(
  'finalist',
  {
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** Not as the order of the first round proposes; then there is a reason. */
    byHand: boolean().notNull().default(false),
    reason: text().notNull().default(''),
    /** Called after the final had begun, in the place of a finalist that has left the exhibition. */
    insteadOf: text().references(() => stand.id),
    chosenBy: text()
      .notNull()
      .references(() => person.id),
    chosenAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.exhibitionId, t.standId] }),
    // Of two organisers who call somebody at once one does.
    uniqueIndex('finalist_instead_of').on(t.exhibitionId, t.insteadOf),
  ],
)

/** Which team was told, and what: so that nobody is told the same twice, nor left with what is not true any more. */
export const finalTold = pgTable(
  'final_told',
  {
    exhibitionId: text()
      .notNull()
      .references(() => exhibition.id),
    standId: text()
      .notNull()
      .references(() => stand.id),
    /** It is a finalist, or it is none. */
    reached: boolean().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exhibitionId, t.standId] }), index('final_told_of').on(t.standId)],
)
