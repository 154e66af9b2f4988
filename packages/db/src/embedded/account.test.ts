import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { accountsOf, closedDoor } from './account.ts'

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'www-data:x:33:33::/:/bin/sh',
  'nobody:x:65534:65534::/:/bin/sh',
  'postgres:x:101:104::/:/bin/sh',
  '',
].join('\n')

it('prefers the account made for databases, and never takes root', () => {
  expect(accountsOf(passwd).map(({ name }) => name)).toEqual(['postgres', 'nobody', 'www-data'])
  expect(accountsOf(passwd)[0]).toEqual({ name: 'postgres', uid: 101, gid: 104 })
  expect(accountsOf('root:x:0:0::/:/bin/sh')).toEqual([])
})

it('finds the folder on the way that an account may not enter', () => {
  const root = mkdtempSync(join(tmpdir(), 'sheber-door-'))
  try {
    chmodSync(root, 0o711)
    mkdirSync(join(root, 'home/data'), { recursive: true })
    chmodSync(join(root, 'home'), 0o700)
    chmodSync(join(root, 'home/data'), 0o755)
    const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 }
    expect(closedDoor(join(root, 'home/data/not-yet'), stranger)).toBe(join(root, 'home'))
    chmodSync(join(root, 'home'), 0o701)
    expect(closedDoor(join(root, 'home/data/not-yet'), stranger)).toBeNull()
  } finally {
    rmSync(root, { recursive: true })
  }
})
