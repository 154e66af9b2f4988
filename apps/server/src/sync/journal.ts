import { mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Journal, NewEntry } from '@sheber/sync/types'
import type { Log } from '../log.ts'
import { Page, readPage } from './journal-page.ts'

/** From there on words go to the other page, once that one is empty. */
const turnBytes = 65_536
/** The log is far behind; above it only what is called saved is kept (R4 closes the rooms soon). */
const pageBytesMax = 4_194_304
/**
 * A file of another machine, of which nobody here can say whether its owner lives: words that stand in it for so long are
 * on no way to the log any more; one without words may belong to somebody who is merely quiet.
 */
const leftMsMin = { words: 60_000, empty: 2_592_000_000 }

export interface OpenJournal extends Journal {
  /** Where nothing is on its way any more: the files go. */
  close(): void
}

const machine = hostname().replaceAll('.', '-')

/** `<machine>.<process>.<anything>.a|b`: by it a later start knows whether its owner still lives. */
const ownName = (): string => `${machine}.${process.pid}.${crypto.randomUUID()}`

/** A container starts again under the same name and number: only this set knows what is open here. */
const openHere = new Set<string>()

/**
 * Two pages in `dir`, used in turn. What others are shown is written here first, so that a process which is killed takes
 * nothing with it that anybody has seen. A disk that refuses is reported once; the rooms go on.
 */
export const openJournal = (dir: string, log: Log): OpenJournal => {
  const pages: Page[] = []
  const pageOf = new WeakMap<NewEntry, Page>()
  let refused = false
  const carefully = (doing: () => void) => {
    try {
      doing()
    } catch (why) {
      if (!refused)
        log.warn({ err: why, dir }, 'the journal cannot be written: what a crash interrupts will be missing until its author is back')
      refused = true
    }
  }
  carefully(() => {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    const name = ownName()
    for (const file of [`${name}.a`, `${name}.b`]) {
      pages.push(new Page(join(dir, file)))
      openHere.add(file)
    }
  })
  const current = (): Page | undefined => {
    const [first, second] = pages
    if (first && second?.empty && !first.empty && first.bytes > turnBytes) pages.reverse()
    return pages[0]
  }
  return {
    note: (entries) => {
      const page = current()
      if (!page || page.bytes > pageBytesMax) return
      for (const entry of entries) pageOf.set(entry, page)
      carefully(() => page.write(entries))
    },
    forget: (entries) => {
      for (const entry of entries) {
        const page = pageOf.get(entry)
        if (page && pageOf.delete(entry)) carefully(() => page.forgetOne())
      }
    },
    close: () => {
      for (const page of pages.splice(0)) carefully(() => page.remove())
    },
  }
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (why) {
    // It lives, and belongs to somebody else.
    return (why as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isLeft = (dir: string, file: string): boolean => {
  const [where, pid] = file.split('.')
  if (where !== machine) {
    const path = join(dir, file)
    return Date.now() - statSync(path).mtimeMs > (readPage(path).length > 0 ? leftMsMin.words : leftMsMin.empty)
  }
  return Number(pid) === process.pid ? !openHere.has(file) : !lives(Number(pid))
}

/** Files in `dir` that belong to nobody who lives. Each goes once `recover` has put what it holds into the log. */
export const takeLeft = async (dir: string, log: Log, recover: (noted: readonly NewEntry[]) => Promise<number>): Promise<void> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const file of readdirSync(dir).filter((one) => isLeft(dir, one))) {
    try {
      const brought = await recover(readPage(join(dir, file)))
      if (brought > 0)
        log.warn(
          { changes: brought },
          'the last life of this server ended in the middle of a word: what was seen and not yet in the log is there now',
        )
      unlinkSync(join(dir, file))
    } catch (why) {
      // It stays for the next start.
      log.error({ err: why, file }, 'a journal cannot be taken over')
    }
  }
}
