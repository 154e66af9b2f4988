import type { Competency as Asked, FrameworkState, LinkKind, Rollup, Said } from '@sheber/contract/framework'
import { type AnyPgColumn, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from './kit.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'

export const framework = pgTable(
  'framework',
  {
    /** Known outside too, so named as CASE names things. */
    id: uuid().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    title: jsonb().$type<Said>().notNull(),
    description: jsonb().$type<Said>().notNull(),
    version: text().notNull(),
    state: text().$type<FrameworkState>().notNull().default('draft'),
    rollup: text().$type<Rollup>().notNull(),
    licence: text().notNull(),
    attribution: text().notNull(),
    replacedBy: uuid().references((): AnyPgColumn => framework.id),
    /** Counts the savings. */
    edition: integer().notNull().default(0),
    createdBy: text()
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [index('framework_organisation').on(t.organisationId)],
)

/** From the lowest up. */
export const frameworkLevel = pgTable(
  'framework_level',
  {
    id: uuid().primaryKey(),
    frameworkId: uuid()
      .notNull()
      .references(() => framework.id),
    place: integer().notNull(),
    title: jsonb().$type<Said>().notNull(),
    text: jsonb().$type<Said>().notNull(),
  },
  (t) => [index('framework_level_framework').on(t.frameworkId)],
)

export const competency = pgTable(
  'competency',
  {
    id: uuid().primaryKey(),
    frameworkId: uuid()
      .notNull()
      .references(() => framework.id),
    /** Null: an area. */
    parentId: uuid(),
    place: integer().notNull(),
    code: text().notNull(),
    title: jsonb().$type<Said>().notNull(),
    descriptors: jsonb().$type<Asked['descriptors']>().notNull(),
    retired: boolean().notNull().default(false),
    /** Perhaps of a framework that is not here. */
    replacedBy: uuid(),
  },
  // The other way about: what was learned of its predecessors is shown beside each.
  (t) => [index('competency_framework').on(t.frameworkId, t.place), index('competency_replaced_by').on(t.replacedBy)],
)

/** What a competency or a level said until it was reworded, once evidence leant on it: whoever claimed it had read these words. */
export const frameworkWording = pgTable(
  'framework_wording',
  {
    frameworkId: uuid()
      .notNull()
      .references(() => framework.id),
    /** The competency's or level's. */
    ofId: uuid().notNull(),
    /** The last saving in which it stood. */
    edition: integer().notNull(),
    /** When other words took its place. */
    until: moment().notNull(),
    title: jsonb().$type<Said>().notNull(),
    /** Of a level; null: a competency. */
    text: jsonb().$type<Said>(),
    /** Of a competency; empty: a level. */
    descriptors: jsonb().$type<Asked['descriptors']>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.frameworkId, t.ofId, t.edition] })],
)

/** From a competency to one of another framework. */
export const competencyLink = pgTable(
  'competency_link',
  {
    id: uuid().primaryKey(),
    frameworkId: uuid()
      .notNull()
      .references(() => framework.id),
    place: integer().notNull(),
    fromId: uuid()
      .notNull()
      .references(() => competency.id),
    kind: text().$type<LinkKind>().notNull(),
    /** Of a competency here or elsewhere, where it has such a name. */
    toId: uuid(),
    toUri: text(),
    toTitle: text().notNull(),
  },
  (t) => [index('competency_link_framework').on(t.frameworkId), index('competency_link_to').on(t.toId)],
)
