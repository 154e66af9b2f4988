import type { DbOrTx } from '@sheber/db/open'
import { competency, frameworkLevel } from '@sheber/db/schema'
import { asc, eq } from 'drizzle-orm'
import { makingId } from '../framework/shipped-making.ts'

/** The shipped framework as the demo names it: competencies by their codes, levels by their height, from 1. Gives their ids. */
export const readMaking = async (db: DbOrTx) => {
  const competencies = await db
    .select({ id: competency.id, code: competency.code })
    .from(competency)
    .where(eq(competency.frameworkId, makingId))
  const levels = await db
    .select({ id: frameworkLevel.id })
    .from(frameworkLevel)
    .where(eq(frameworkLevel.frameworkId, makingId))
    .orderBy(asc(frameworkLevel.place))
  return {
    competencyOf: (code: string) => competencies.find((one) => one.code === code)?.id as string,
    levelOf: (n: number) => levels[n - 1]?.id ?? null,
  }
}
