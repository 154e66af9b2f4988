import { refuse } from '@sheber/contract/refusal'
import type { Db, Tx } from '@sheber/db/open'
import { attempt } from '@sheber/db/schema'
import { failAgain, minutesLocked, triesFree, type Tries } from '@sheber/domain/lockout'
import { and, eq, like, lt, not, or, sql } from 'drizzle-orm'

/** What is being guessed: a person's secret, the password of a name that is nobody's, or a group's code. */
export type Subject = `person:${string}` | `login:${string}` | 'code'

const onDevice = (device: string, subject: Subject) => `device:${device}:${subject}`
/** This device has opened this very sign-in before: whoever guesses from elsewhere cannot shut its owner out. */
const opened = (device: string, subject: Subject) => `opened:${device}:${subject}`

const triesOf = async (tx: Tx, key: string): Promise<Tries | undefined> => {
  const [tries] = await tx.select({ failed: attempt.failed, at: attempt.at }).from(attempt).where(eq(attempt.key, key))
  return tries
}

const save = (tx: Tx, key: string, tries: Tries) =>
  tx
    .insert(attempt)
    .values({ key, ...tries })
    .onConflictDoUpdate({ target: attempt.key, set: tries })

/** Tries at one subject are counted one after the other, over all processes. */
const inTurn = <T>(db: Db, subject: Subject, device: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    // The code is everybody's: only tries of one device wait for each other.
    const turn = subject === 'code' ? onDevice(device, subject) : subject
    await tx.execute(sql`select pg_advisory_xact_lock(4207002, hashtext(${turn}))`)
    return work(tx)
  })

/**
 * Counts a try as failed before it is made, so that a thousand tries sent at one moment are a thousand tries;
 * `forgive` takes it back. Refuses `locked-out` with the minutes still to wait.
 */
export const countTry = async (db: Db, device: string, subject: Subject, now: Date): Promise<void> => {
  const minutes = await inTurn(db, subject, device, async (tx) => {
    const here = await triesOf(tx, onDevice(device, subject))
    const isElsewhere = subject !== 'code' && (await triesOf(tx, opened(device, subject))) === undefined
    const anywhere = isElsewhere ? await triesOf(tx, subject) : undefined
    const wait = Math.max(minutesLocked(here, triesFree.device, now), minutesLocked(anywhere, triesFree.person, now))
    if (wait > 0) return wait
    await save(tx, onDevice(device, subject), failAgain(here, now))
    if (isElsewhere) await save(tx, subject, failAgain(anywhere, now))
    return 0
  })
  if (minutes > 0) refuse('locked-out', { minutes })
}

/**
 * The try was right. Somebody else's wrong ones stay counted: otherwise the owner's own sign-in would give
 * a patient guesser thirty new tries.
 */
export const forgive = (db: Db, device: string, subject: Subject, now: Date): Promise<void> =>
  inTurn(db, subject, device, async (tx) => {
    if (subject === 'code') return takeBack(tx, onDevice(device, subject))
    if ((await triesOf(tx, opened(device, subject))) === undefined) await takeBack(tx, subject)
    await save(tx, opened(device, subject), { failed: 0, at: now })
    await tx.delete(attempt).where(eq(attempt.key, onDevice(device, subject)))
  })

const takeBack = async (tx: Tx, key: string): Promise<void> => {
  await tx
    .update(attempt)
    .set({ failed: sql`greatest(${attempt.failed} - 1, 0)` })
    .where(eq(attempt.key, key))
}

const dayMs = 86_400_000
/** Wrong tries are forgotten after an hour (domain/lockout); that a device is known, after a school year. */
export const forgetOldTries = async (db: Db, now: Date): Promise<void> => {
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  await db.delete(attempt).where(or(lt(attempt.at, before(365)), and(lt(attempt.at, before(1)), not(like(attempt.key, 'opened:%')))))
}
