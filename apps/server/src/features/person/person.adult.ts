import { membership, person } from '@sheber/db/schema'
import { sql } from 'drizzle-orm'

/** Whether a selected person is somebody else than a learner anywhere: the database's word for what `isLearner` (domain) is not. */
export const isAdult =
  sql<boolean>`exists (select 1 from ${membership} m where m.person_id = ${person.id} and m.role <> 'learner')`.mapWith(Boolean)
