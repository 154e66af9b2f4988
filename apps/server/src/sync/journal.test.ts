import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewEntry } from '@sheber/sync/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../log.ts'
import { openJournal, takeLeft } from './journal.ts'
import { Page, readPage } from './journal-page.ts'

let dir = ''
const said: unknown[] = []
const log = { warn: (about: unknown) => said.push(about), error: (about: unknown) => said.push(about) } as unknown as Log
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sheber-journal-'))
  said.length = 0
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const entry = (word: string, bytes = 8): NewEntry => ({
  room: `board:${word}`,
  person: 'aigerim',
  session: null,
  kind: 'edit',
  bytes: new Uint8Array(bytes).fill(word.length),
  at: 5,
  doneAt: null,
  clients: [7],
})
const words = (entries: readonly NewEntry[]) => entries.map(({ room }) => room.slice('board:'.length))
const inFiles = () => readdirSync(dir).flatMap((file) => words(readPage(join(dir, file))))

describe('[R10] a page', () => {
  it('gives back what was written, byte for byte', () => {
    const page = new Page(join(dir, 'page'))
    const entries = [entry('қалам', 3), entry('b', 2_000)]
    page.write(entries)
    expect(readPage(join(dir, 'page'))).toEqual(entries)
    expect(statSync(join(dir, 'page')).mode & 0o777).toBe(0o600)
    page.remove()
  })

  it('begins again once nothing waits, and what lies behind is of another life', () => {
    const page = new Page(join(dir, 'page'))
    page.write(['one', 'two', 'six'].map((word) => entry(word)))
    for (let left = 3; left > 0; left -= 1) page.forgetOne()
    expect(readPage(join(dir, 'page'))).toEqual([])
    page.write([entry('new')])
    expect(words(readPage(join(dir, 'page')))).toEqual(['new'])
    page.remove()
  })

  it('a record that was cut short or bent ends it, and those before it count', () => {
    const page = new Page(join(dir, 'page'))
    page.write([entry('one'), entry('two')])
    const { size } = statSync(join(dir, 'page'))
    for (let cut = size; cut >= 0; cut -= 1) {
      truncateSync(join(dir, 'page'), cut)
      expect(words(readPage(join(dir, 'page')))).toEqual(cut === size ? ['one', 'two'] : cut >= size / 2 ? ['one'] : [])
    }
    writeFileSync(join(dir, 'bent'), Buffer.alloc(500, 255))
    expect(readPage(join(dir, 'bent'))).toEqual([])
    page.remove()
  })
})

describe('[R10] the journal', () => {
  it('holds what is on its way and nothing else', () => {
    const journal = openJournal(dir, log)
    const [a, b, c] = ['a', 'b', 'c'].map((word) => entry(word))
    if (!a || !b || !c) throw new Error('three')
    journal.note([a])
    journal.note([b, c])
    expect(inFiles()).toEqual(['a', 'b', 'c'])
    journal.forget([a])
    journal.forget([c, b])
    journal.forget([b])
    expect(inFiles()).toEqual([])
    journal.close()
    expect(readdirSync(dir)).toEqual([])
  })

  it('does not grow while a class writes without a pause', () => {
    const journal = openJournal(dir, log)
    let waiting: NewEntry[] = []
    for (let turn = 0; turn < 3_000; turn += 1) {
      const fresh = [entry(`${turn}`, 400)]
      journal.note(fresh)
      journal.forget(waiting)
      waiting = fresh
    }
    expect(inFiles()).toContain('2999')
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).size).toBeLessThan(150_000)
    journal.close()
  })

  it('where it cannot be written it says so once, and nobody else notices', () => {
    writeFileSync(join(dir, 'in the way'), '')
    const journal = openJournal(join(dir, 'in the way', 'journal'), log)
    journal.note([entry('a')])
    journal.forget([entry('a')])
    journal.close()
    expect(said.length).toBe(1)
  })
})

describe('[R10] a later start', () => {
  const leave = (name: string, word: string) => {
    const page = new Page(join(dir, name))
    page.write([entry(word)])
  }
  const here = hostname().replaceAll('.', '-')
  // No process has this number: Linux gives none above four millions.
  const dead = 4_194_399

  it('takes over what the dead left, of this machine and of others, and what bears its own number', async () => {
    leave(`${here}.${dead}.x.a`, 'dead')
    leave(`${here}.${process.pid}.x.a`, 'container')
    leave('elsewhere.1.x.a', 'elsewhere')
    utimesSync(join(dir, 'elsewhere.1.x.a'), 0, 0)
    leave('elsewhere.2.x.a', 'lives')
    new Page(join(dir, 'elsewhere.3.x.a'))
    utimesSync(join(dir, 'elsewhere.3.x.a'), 0, Date.now() / 1_000 - 3_600)
    leave(`${here}.1.x.a`, 'lives too')
    const journal = openJournal(dir, log)
    journal.note([entry('own')])
    const taken: string[] = []
    await takeLeft(dir, log, async (noted) => taken.push(...words(noted)))
    expect(taken.toSorted()).toEqual(['container', 'dead', 'elsewhere'])
    expect(inFiles().toSorted()).toEqual(['lives', 'lives too', 'own'])
    // Quiet for an hour, and not known to be dead.
    expect(readdirSync(dir)).toContain('elsewhere.3.x.a')
    journal.close()
  })

  it('keeps a file that could not be taken over for the next one', async () => {
    leave(`${here}.${dead}.x.a`, 'dead')
    appendFileSync(join(dir, `${here}.${dead}.x.a`), 'garbage')
    await takeLeft(dir, log, () => Promise.reject(new Error('the log is away')))
    expect(inFiles()).toEqual(['dead'])
    await takeLeft(dir, log, async () => 1)
    expect(readdirSync(dir)).toEqual([])
  })
})
