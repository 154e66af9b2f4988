import { award, badgeClass, exhibition, exhibitionOrganiser, organisation, stand } from '@sheber/db/schema'
import { inLanguage } from '@sheber/domain/framework'
import { languages } from '@sheber/contract/words'
import type { Said } from '@sheber/contract/framework'
import type { Plan } from '@sheber/contract/exhibition'
import type { Language } from '@sheber/contract/words'
import { and, asc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { giveForAward } from '../badge/badge.award.ts'
import { resultWords, titleOf } from './result.words.ts'

const inEach = (say: (language: Language) => string): Said =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Said

/** Issued, their hour has come, and nobody has a badge of them yet. */
const dueAwards = ({ db, clock }: Pick<Services, 'db' | 'clock'>) =>
  db
    .select({
      of: award,
      plan: exhibition.plan,
      year: exhibition.year,
      entry: stand.entry,
      members: stand.members,
      projectId: stand.projectId,
    })
    .from(award)
    .innerJoin(exhibition, eq(exhibition.id, award.exhibitionId))
    .innerJoin(stand, eq(stand.id, award.standId))
    .where(
      and(
        eq(award.state, 'issued'),
        ne(award.address, ''),
        inArray(exhibition.state, ['results', 'archived']),
        sql`(${exhibition.plan}->'windows'->>'resultsAt')::timestamptz <= ${clock.now().toISOString()}::timestamptz`,
        notExists(db.select({ id: badgeClass.id }).from(badgeClass).where(eq(badgeClass.awardId, award.id))),
      ),
    )
    .orderBy(asc(award.issuedAt), asc(award.id))

/**
 * From the hour of the results on each of an awarded team has the award as a badge, signed by the first of the organisers, whose name is
 * on the diploma. One that cannot be signed keeps no other waiting, and is tried again; what went wrong is thrown once all were tried.
 */
export const giveDueBadges = async (services: Services): Promise<void> => {
  const { db } = services
  const failures: unknown[] = []
  for (const { of, plan, year, entry, members, projectId } of await dueAwards(services)) {
    const [signs] = await db
      .select({ id: organisation.id, name: organisation.name, language: organisation.language })
      .from(exhibitionOrganiser)
      .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
      .where(eq(exhibitionOrganiser.exhibitionId, of.exhibitionId))
      .orderBy(asc(exhibitionOrganiser.createdAt), asc(organisation.id))
      .limit(1)
    if (!signs) continue
    const nomination = plan.nominations.find(({ id }) => id === (of.nominationId ?? entry.nominationId))
    const criteria = (language: Language) => {
      const w = resultWords[language]
      const where = `${w.exhibition}: ${inLanguage(plan.title, language)}, ${year}.`
      return nomination ? `${where} ${w.nomination}: ${inLanguage(nomination.title, language)}.` : where
    }
    await giveForAward(services, {
      ...{ awardId: of.id, number: of.number, by: of.createdBy, address: of.address, organisation: signs, projectId },
      title: inEach((language) => `${titleOf(of, language)} · ${inLanguage(plan.title, language)}`),
      criteria: inEach(criteria),
      members: members.map(({ id }) => id),
      at: heldSince(of.issuedAt, plan),
    }).catch((why: unknown) => failures.push(why))
  }
  if (failures.length > 0) throw failures[0]
}

/** The hour of the results; what was given after it is held since then. */
const heldSince = (issuedAt: Date | null, { windows }: Plan): Date =>
  new Date(Math.max(Date.parse(windows.resultsAt), issuedAt?.getTime() ?? 0))
