import type { CheckedBadge } from '@sheber/contract/badge'
import { idPattern, uuidPattern } from '@sheber/contract/ids'
import type { DbOrTx } from '@sheber/db/open'
import { isNear, stateOf, unreadable } from '@sheber/domain/badge'
import { badgeIn, issuerIn, methodIn } from '@sheber/domain/credential'
import { may, type Who } from '@sheber/domain/permission'
import { publicKeysOf } from './badge.key.ts'
import { isSigned } from './badge.sign.ts'
import { oneBadge, revokedOf, type StoredBadge } from './badge.store.ts'

const objectIn = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** The name at the end of an address, where it can be one of ours. */
const tailOf = (address: string, pattern: RegExp): string | null => {
  const tail = address.slice(address.lastIndexOf('/') + 1)
  return pattern.test(tail) ? tail : null
}

/** With the name of its holder for those who know it anyway. */
const holderFor = async (who: Who | null, { personId, name, organisationId }: StoredBadge): Promise<string | null> =>
  who !== null && (who.id === personId || may(who, 'badge.list', { kind: 'organisation', id: organisationId })) ? name : null

/**
 * What is true of a badge, whoever brings it. One that names us in any of its parts and was not signed by us as it stands was
 * changed: that is said, and unreadable of what it claims is shown as if it were so.
 */
export const checkBadge = async (db: DbOrTx, who: Who | null, text: string, now: Date): Promise<CheckedBadge> => {
  const credential = objectIn(text)
  const says = credential && badgeIn(credential)
  if (!credential || !says) return unreadable
  const issuer = issuerIn(credential)
  const [controller = '', named = ''] = methodIn(credential).split('#')

  const badgeId = tailOf(says.id, uuidPattern)
  const row = badgeId === null ? null : await oneBadge(db, badgeId)
  const keysAt = async (address: string): Promise<readonly string[]> => {
    const id = tailOf(address, idPattern)
    return id === null ? [] : publicKeysOf(db, id)
  }
  const ourKeys = await keysAt(controller)
  if (ourKeys.includes(named) && (await isSigned(credential, { issuer: controller, publicKey: named }))) {
    if (!row) return { ...unreadable, state: 'broken', note: 'unlisted' }
    const revoked = revokedOf(row)
    const state = stateOf({ until: row.until, revoked }, now)
    return { ...unreadable, state, revoked, says, badgeId: row.id, holder: await holderFor(who, row), nearOnly: isNear(says.id) }
  }
  if (row || ourKeys.length > 0 || (await keysAt(issuer.id)).length > 0) return { ...unreadable, state: 'broken', note: 'signature' }

  // A key that is its own name can be asked without asking anybody; every other foreign one only its own issuer vouches for.
  const own = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{40,60})$/.exec(controller)?.[1]
  if (own === undefined || named !== own) return { ...unreadable, state: 'foreign', note: 'unchecked', says }
  return (await isSigned(credential, { issuer: controller, publicKey: own }))
    ? { ...unreadable, state: 'foreign', note: 'vouched', says }
    : { ...unreadable, state: 'broken', note: 'signature' }
}
