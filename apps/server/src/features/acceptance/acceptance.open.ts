import { acceptance as promise } from '@sheber/contract/acceptance'
import type { DbOrTx } from '@sheber/db/open'
import { evidence, fact, portfolio } from '@sheber/db/schema'
import { and, arrayOverlaps, eq, gt, isNotNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { whoIs } from '../person/person.who.ts'
import { watchPortfolios } from '../portfolio/portfolio.watch.ts'
import { confirmedOf } from './acceptance.store.ts'
import { openTo } from './acceptance.work.ts'

interface Asking {
  readonly organisationId: string
  readonly evidenceId: string
  /** Who asked. */
  readonly personId: string
}

/** Who asked for a record of this portfolio to be opened to their school, and has not been told since that it is. */
const unansweredOf = async (db: DbOrTx, portfolioId: string): Promise<Asking[]> => {
  const claimed = await db.selectDistinct({ id: evidence.personId }).from(evidence).where(eq(evidence.portfolioId, portfolioId))
  if (claimed.length === 0) return []
  const told = alias(fact, 'told')
  const toldSince = db
    .select({ position: told.position })
    .from(told)
    .where(
      and(
        sql`${told.topics} @> array['person:' || ${fact.personId}]`,
        eq(told.name, promise.opened.name),
        gt(told.position, fact.position),
        sql`${told.body} ->> 'evidenceId' = ${fact.body} ->> 'evidenceId'`,
        sql`${told.body} ->> 'organisationId' = ${fact.body} ->> 'organisationId'`,
      ),
    )
  return db
    .selectDistinct({
      organisationId: sql<string>`${fact.body} ->> 'organisationId'`,
      evidenceId: sql<string>`${fact.body} ->> 'evidenceId'`,
      personId: sql<string>`${fact.personId}`,
    })
    .from(fact)
    .where(
      and(
        arrayOverlaps(
          fact.topics,
          claimed.map(({ id }) => `person:${id}`),
        ),
        eq(fact.name, promise.asked.name),
        sql`${fact.body} @> ${JSON.stringify({ portfolioId })}::jsonb`,
        isNotNull(fact.personId),
        notExists(toldSince),
      ),
    )
}

/** One record may be open to one school and closed to another, and to whoever no longer speaks for theirs. */
const keyOf = ({ organisationId, evidenceId, personId }: Asking): string => `${organisationId} ${evidenceId} ${personId}`

/** Tells whoever asked to see a record, once for each time that they asked, that its authors show it to their school now. */
export const tellOpened = async (services: Services, portfolioId: string): Promise<void> => {
  const { db } = services
  const open = new Set<string>()
  for (const one of await unansweredOf(db, portfolioId)) {
    const of = await confirmedOf(db, one.organisationId, one.evidenceId)
    if (of && (await openTo(services, await whoIs(db, one.personId), one.organisationId, of))) open.add(keyOf(one))
  }
  if (open.size === 0) return
  await change(services, null, async (tx, tell) => {
    // Another process may tell the same at this moment.
    await tx.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.id, portfolioId)).for('no key update')
    for (const one of await unansweredOf(tx, portfolioId)) if (open.has(keyOf(one))) await tell(promise.opened, one)
  })
}

export const tellAskersOfOpened = (app: FastifyInstance, services: Services): void => {
  const watch = watchPortfolios(services, (portfolioId) => tellOpened(services, portfolioId))
  app.addHook('onClose', () => watch.stop())
}
