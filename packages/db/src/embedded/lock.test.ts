import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeLock } from './lock.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sheber-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

it('is held by one at a time', async () => {
  const lock = await takeLock(dir)
  await expect(takeLock(dir)).rejects.toThrow(`process ${process.pid}`)
  lock.release()
  const next = await takeLock(dir)
  next.release()
})

it.runIf(process.platform === 'linux')('knows a number that was given to another process since', async () => {
  writeFileSync(join(dir, 'sheber.lock'), `${process.pid}\nanother-boot 12345`)
  const lock = await takeLock(dir)
  expect(readFileSync(join(dir, 'sheber.lock'), 'utf8')).not.toContain('another-boot')
  lock.release()
})

it('is won by exactly one of many who find a dead one', async () => {
  writeFileSync(join(dir, 'sheber.lock'), '4194999\nlong-ago 1')
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(dir)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
