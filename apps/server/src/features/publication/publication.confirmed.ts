import type { DbOrTx } from '@sheber/db/open'
import { competency, evidence, framework, frameworkLevel, verdict } from '@sheber/db/schema'
import { levelShown } from '@sheber/domain/evidence'
import type { PublicCompetency } from '@sheber/domain/publication'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'

/** What reviewers have confirmed of each record of a portfolio, on the level that its framework's rule shows. */
export const confirmedIn = async (db: DbOrTx, portfolioId: string): Promise<Map<string, PublicCompetency[]>> => {
  const said = await db
    .select({
      recordId: evidence.recordId,
      id: competency.id,
      code: competency.code,
      title: competency.title,
      frameworkId: framework.id,
      rollup: framework.rollup,
      attribution: framework.attribution,
      verdict: verdict.verdict,
      levelId: verdict.levelId,
      at: verdict.createdAt,
    })
    .from(evidence)
    .innerJoin(verdict, eq(verdict.evidenceId, evidence.id))
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(and(eq(evidence.portfolioId, portfolioId), eq(evidence.state, 'confirmed'), isNull(evidence.supersededAt)))
    .orderBy(asc(competency.code), asc(competency.id), asc(verdict.createdAt))
  if (said.length === 0) return new Map()
  const levels = await db
    .select()
    .from(frameworkLevel)
    .where(inArray(frameworkLevel.frameworkId, [...new Set(said.map(({ frameworkId }) => frameworkId))]))
    .orderBy(asc(frameworkLevel.place))
  const found = new Map<string, PublicCompetency[]>()
  for (const of of Map.groupBy(said, ({ recordId, id }) => `${recordId} ${id}`).values()) {
    const [first] = of
    if (!first) continue
    const own = levels.filter(({ frameworkId }) => frameworkId === first.frameworkId)
    const ids = own.map(({ id }) => id)
    const verdicts = of.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
    const height = ids.indexOf(levelShown(verdicts, ids, first.rollup) ?? '')
    const level = own[height]
    if (!level) continue
    const { code, title, attribution } = first
    const one: PublicCompetency = { code, title, height: height + 1, level: level.title, attribution }
    found.set(first.recordId, [...(found.get(first.recordId) ?? []), one])
  }
  return found
}
