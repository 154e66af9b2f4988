import { badge } from '@sheber/contract/badge'
import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import type { Tx } from '@sheber/db/open'
import { award, badge as badgeTable, badgeClass } from '@sheber/db/schema'
import { awardClass } from '@sheber/domain/badge'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { change, type Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { keyOf } from './badge.key.ts'
import { makeBadge } from './badge.make.ts'

export interface AwardGiven {
  readonly awardId: string
  /** Of its diploma. */
  readonly number: string
  /** The award in words, with the exhibition. */
  readonly title: Said
  readonly criteria: Said
  /** Whose key signs. */
  readonly organisation: { readonly id: string; readonly name: string; readonly language: Language }
  readonly projectId: string
  /** Ids of all who were of the team when it handed in. */
  readonly members: readonly string[]
  /** Who gave the award. */
  readonly by: string
  /** Since when it is held, which the badge says however late it is signed. */
  readonly at: Date
  /** Where this Sheber is found by the world. */
  readonly address: string
}

/**
 * A badge of an award for each of a team, together or not at all; a second time it does nothing, whichever process comes. An award that
 * was revoked meanwhile is given to nobody. Refuses with `issuer-key-lost` where the organisation can sign nothing.
 */
export const giveForAward = async (services: Services, of: AwardGiven): Promise<void> => {
  const { awardId, organisation, projectId, by, at } = of
  const draft = awardClass(of)
  const classId = randomUUID()
  const key = await keyOf(services, organisation.id)
  // Signed before anything is locked: a large team takes a while.
  const made = await Promise.all(
    of.members.map(async (personId) => ({
      ...(await makeBadge({
        ...{ base: of.address, classId, organisation, draft, personId, key, at },
        ...{ asked: [], verdicts: [], published: [], project: null, award: of },
      })),
      ...{ classId, personId, projectId, issuedBy: by },
    })),
  )
  await change(services, null, async (tx, tell) => {
    const [now] = await tx.select({ state: award.state }).from(award).where(eq(award.id, awardId)).for('update')
    if (now?.state !== 'issued') return
    const [first] = await tx
      .insert(badgeClass)
      .values({
        ...{ id: classId, organisationId: organisation.id, state: 'closed', draft, awardId, createdBy: by, createdAt: at, changedAt: at },
      })
      .onConflictDoNothing({ target: badgeClass.awardId })
      .returning({ id: badgeClass.id })
    if (!first || made.length === 0) return
    await tx.insert(badgeTable).values(made)
    for (const { id, personId } of made) await tell(badge.issued, { badgeId: id, personId, organisationId: organisation.id })
  })
}

/** In the transaction in which the award itself is revoked: what it was given for holds no more. */
export const revokeForAward = async (tx: Tx, tell: Tell, { awardId, by, at }: { awardId: string; by: string; at: Date }): Promise<void> => {
  const of = tx.select({ id: badgeClass.id }).from(badgeClass).where(eq(badgeClass.awardId, awardId))
  const revoked = await tx
    .update(badgeTable)
    .set({ revokedAt: at, revokedBy: by, revokedWhy: 'evidence' })
    .where(and(inArray(badgeTable.classId, of), isNull(badgeTable.revokedAt)))
    .returning({ id: badgeTable.id, classId: badgeTable.classId, personId: badgeTable.personId })
  if (revoked.length === 0) return
  const [owner] = await tx.select({ id: badgeClass.organisationId }).from(badgeClass).where(eq(badgeClass.awardId, awardId))
  for (const { id, personId } of revoked) await tell(badge.revoked, { badgeId: id, personId, organisationId: owner?.id ?? '' })
}
