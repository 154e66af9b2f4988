import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** Whom PostgreSQL runs as. It refuses root, so root lends it an unprivileged account. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const wanted = ['sheber', 'postgres', 'nobody']

/** The accounts of this machine, in the order in which we would use them; `passwd` is the text of /etc/passwd. */
export const accountsOf = (passwd: string): Account[] => {
  const all = passwd.split('\n').flatMap((line): Account[] => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
  const rank = ({ name }: Account) => (wanted.includes(name) ? wanted.indexOf(name) : wanted.length)
  return all.sort((a, b) => rank(a) - rank(b))
}

/**
 * Null: PostgreSQL runs as we do. A cluster that exists keeps its owner, whatever accounts were added since.
 */
export const chooseAccount = (clusterDir: string): Account | null => {
  const owner = statSync(clusterDir, { throwIfNoEntry: false })?.uid
  const self = process.getuid?.()
  if (self !== 0) {
    if (owner === undefined || owner === self) return null
    throw new CannotStart(
      `The database in ${clusterDir} belongs to another user (number ${owner}): start Sheber as that user, or set DATA_DIR to another folder.`,
    )
  }
  const accounts = accountsOf(readFileSync('/etc/passwd', 'utf8'))
  const account = owner ? (accounts.find(({ uid }) => uid === owner) ?? { name: `${owner}`, uid: owner, gid: owner }) : accounts[0]
  if (account) return account
  throw new CannotStart(
    'PostgreSQL does not run as root and this machine has no other account: add one (useradd --system sheber), or set DATABASE_URL.',
  )
}

/** The uppermost folder on the way to `path` that `account` may not enter; null when it gets through. */
export const closedDoor = (path: string, { uid, gid }: Account): string | null => {
  const up = dirname(path)
  const above = up === path ? null : closedDoor(up, { name: '', uid, gid })
  if (above !== null) return above
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return null
  const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
  return found.mode & bit ? null : path
}
