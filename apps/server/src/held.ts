import type { Tail } from './facts/tail.ts'
import type { Clock } from './services.ts'
import { turns } from './turns.ts'

/** What is read once for everybody who looks, for a short while. */
export interface Held<T> {
  /** `read` is given what was known before, where that only has grown old: it need not read again what has not changed. */
  of(name: string, read: (before: T | null) => Promise<T>): Promise<T>
  /** Whoever looks next reads again, from what is known. */
  age(name: string): void
  /** Nothing of it is known any more; without a name, of nothing. */
  forget(name?: string): void
}

interface One<T> {
  /** When it was read, in milliseconds; never: it has been made old. */
  at: number
  readonly what: Promise<T>
}

/** Rooms write through the same few connections to the database: so many are asked for what everybody looks at, and no more. */
const readsAtOnce = 2

/**
 * Holds by the clock, and only until what it hangs on changes: whoever opens this listens to the facts, and looks wait
 * until what has been told is heard. Of names so many are known, the ones that were read last.
 */
export const openHeld = <T>(
  { clock, msMax, max }: { readonly clock: Clock; readonly msMax: number; readonly max: number },
  tail: Pick<Tail, 'settled'>,
): Held<T> => {
  const known = new Map<string, One<T>>()
  const never = Number.NEGATIVE_INFINITY
  const inTurn = turns(readsAtOnce)

  const readAgain = (name: string, at: number, read: (before: T | null) => Promise<T>): Promise<T> => {
    const before = known.get(name)
    const what = before
      ? before.what.then(
          (value) => inTurn(() => read(value)),
          () => inTurn(() => read(null)),
        )
      : inTurn(() => read(null))
    const one: One<T> = { at, what }
    known.delete(name)
    known.set(name, one)
    // A failure, and a name that nobody has, are not remembered.
    const drop = () => known.get(name) === one && known.delete(name)
    what.then((value) => value === null && drop(), drop)
    const [oldest] = known.keys()
    if (known.size > max && oldest !== undefined) known.delete(oldest)
    return what
  }

  return {
    of: async (name, read) => {
      await tail.settled()
      const at = clock.now().getTime()
      const one = known.get(name)
      return one && at - one.at < msMax ? one.what : readAgain(name, at, read)
    },
    age: (name) => {
      const one = known.get(name)
      if (one) one.at = never
    },
    forget: (name) => {
      if (name === undefined) known.clear()
      else known.delete(name)
    },
  }
}
