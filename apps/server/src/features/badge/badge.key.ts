import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { issuerKey, retiredKey } from '@sheber/db/schema'
import { desc, eq } from 'drizzle-orm'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../../services.ts'
import { newKey } from './badge.sign.ts'

/**
 * What organisations sign with. The private halves lie in the database under a lock; what opens it is the file `badge.secret`
 * in the data folder: whoever has a copy of the database alone can sign nothing.
 */
const secretName = 'badge.secret'
const secretBytes = 32
const nonceBytes = 12
const tagBytes = 16

const readSecret = async (path: string): Promise<Buffer | null> => {
  try {
    const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
    return secret.length === secretBytes ? secret : refuse('issuer-key-lost')
  } catch (why) {
    if ((why as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw why
  }
}

/** Made when it is first needed. It has its name only once it is whole on the disk, and the first of several processes gives it. */
const ownSecret = async (dataDir: string): Promise<Buffer> => {
  const path = join(dataDir, secretName)
  const there = await readSecret(path)
  if (there) return there
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(secretBytes).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (why) {
    if ((why as NodeJS.ErrnoException).code !== 'EEXIST') throw why
  } finally {
    await rm(draft, { force: true })
  }
  return (await readSecret(path)) ?? refuse('issuer-key-lost')
}

const lockOf = (secret: Buffer, organisationId: string) => Buffer.from(hkdfSync('sha256', secret, organisationId, 'sheber issuer key', 32))

const locked = (secret: Buffer, organisationId: string, publicKey: string, words: string): Uint8Array => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', lockOf(secret, organisationId), nonce)
  // A private half that was put beside the public half of another does not open.
  cipher.setAAD(Buffer.from(publicKey))
  const hidden = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

const unlocked = (secret: Buffer, organisationId: string, publicKey: string, bytes: Uint8Array): string => {
  const decipher = createDecipheriv('aes-256-gcm', lockOf(secret, organisationId), bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(publicKey))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    // The file is another one than the key was locked with: a new key would leave two truths about who signs here.
    return refuse('issuer-key-lost')
  }
}

export interface KeyPair {
  readonly publicKey: string
  readonly secretKey: string
}

/** The public halves, as everybody may know them, the one that signs first; none: this organisation has given nothing yet. */
export const publicKeysOf = async (db: DbOrTx, organisationId: string): Promise<string[]> => {
  const [signing, retired] = await Promise.all([
    db.select({ publicKey: issuerKey.publicKey }).from(issuerKey).where(eq(issuerKey.organisationId, organisationId)),
    db
      .select({ publicKey: retiredKey.publicKey })
      .from(retiredKey)
      .where(eq(retiredKey.organisationId, organisationId))
      .orderBy(desc(retiredKey.retiredAt)),
  ])
  return [...signing, ...retired].map(({ publicKey }) => publicKey)
}

type House = Pick<Services, 'db' | 'config' | 'clock'>

const made = async ({ clock }: House, secret: Buffer, organisationId: string) => {
  const { publicKey, secretKey } = await newKey()
  return { organisationId, publicKey, locked: locked(secret, organisationId, publicKey, secretKey), createdAt: clock.now() }
}

/** An organisation's key, made when it gives its first badge. */
export const keyOf = async (house: House, organisationId: string): Promise<KeyPair> => {
  const { db, config } = house
  const secret = await ownSecret(config.dataDir)
  const find = async () => (await db.select().from(issuerKey).where(eq(issuerKey.organisationId, organisationId)))[0]
  let row = await find()
  if (!row) {
    await db
      .insert(issuerKey)
      .values(await made(house, secret, organisationId))
      .onConflictDoNothing()
    row = await find()
  }
  if (!row) return refuse('issuer-key-lost')
  return { publicKey: row.publicKey, secretKey: unlocked(secret, organisationId, row.publicKey, row.locked) }
}

/**
 * From now on another key signs, and what was signed before stays believed. For a private half that somebody may have seen, and
 * for one whose lock is lost: the former one is not opened for it, and not kept.
 */
export const changeKey = async (house: House, organisationId: string): Promise<{ before: string | null; now: string }> => {
  const fresh = await made(house, await ownSecret(house.config.dataDir), organisationId)
  return house.db.transaction(async (tx) => {
    const [former] = await tx.delete(issuerKey).where(eq(issuerKey.organisationId, organisationId)).returning()
    if (former) {
      const { publicKey, createdAt } = former
      await tx.insert(retiredKey).values({ publicKey, organisationId, createdAt, retiredAt: fresh.createdAt })
    }
    await tx.insert(issuerKey).values(fresh)
    return { before: former?.publicKey ?? null, now: fresh.publicKey }
  })
}
