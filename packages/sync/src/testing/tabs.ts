import type { Channel, LockAsked, LockGranted, Tabs } from '../tabs.ts'

interface Asked {
  readonly mode: 'exclusive' | 'shared'
  readonly grant: LockGranted
  readonly done: (value: unknown) => void
  readonly fail: (why: unknown) => void
}
interface Holder extends Asked {
  stolen: boolean
}

/** A browser in memory: locks and channels as the standards say, for tabs that can freeze and die. */
export interface TestBrowser {
  tab(): TestTab
}
export interface TestTab extends Tabs {
  /** How many letters it has sent to the others. */
  readonly posted: number
  /** Hears nothing and answers nothing, but keeps its locks. */
  freeze(): void
  thaw(): void
  /** Gone without a word. */
  kill(): void
}

const aborted = () => new DOMException('aborted', 'AbortError')

export const createTestBrowser = (): TestBrowser => {
  const held = new Map<string, Holder[]>()
  const queued = new Map<string, (Asked & { owner: object })[]>()
  const owners = new Map<Holder, object>()
  const channels = new Set<{ name: string; owner: State; channel: Channel }>()

  interface State {
    frozen: boolean
    dead: boolean
    letters: (() => void)[]
  }

  const holdersOf = (name: string) => held.get(name) ?? []
  const fits = (name: string, mode: Asked['mode']) =>
    holdersOf(name).length === 0 || (mode === 'shared' && holdersOf(name).every((one) => one.mode === 'shared'))

  const release = (name: string, holder: Holder) => {
    held.set(
      name,
      holdersOf(name).filter((one) => one !== holder),
    )
    owners.delete(holder)
    next(name)
  }
  const give = (name: string, asked: Asked, owner: object) => {
    const holder: Holder = { ...asked, stolen: false }
    held.set(name, [...holdersOf(name), holder])
    owners.set(holder, owner)
    queueMicrotask(() => {
      void Promise.resolve(asked.grant({}))
        .then(asked.done, asked.fail)
        .finally(() => !holder.stolen && holdersOf(name).includes(holder) && release(name, holder))
    })
  }
  const next = (name: string) => {
    const [first, ...rest] = queued.get(name) ?? []
    if (!first || !fits(name, first.mode)) return
    queued.set(name, rest)
    give(name, first, first.owner)
    next(name)
  }

  const ask = (state: State, name: string, options: LockAsked, asked: Asked): void => {
    if (state.dead) return
    if (options.steal) {
      for (const holder of holdersOf(name)) {
        holder.stolen = true
        holder.fail(aborted())
      }
      held.set(name, [])
      return give(name, asked, state)
    }
    if (fits(name, asked.mode) && (queued.get(name) ?? []).length === 0) return give(name, asked, state)
    if (options.ifAvailable) return queueMicrotask(() => asked.done(asked.grant(null)))
    const waiting = { ...asked, owner: state }
    queued.set(name, [...(queued.get(name) ?? []), waiting])
    options.signal?.addEventListener('abort', () => {
      const left = (queued.get(name) ?? []).filter((one) => one !== waiting)
      if (left.length === queued.get(name)?.length) return
      queued.set(name, left)
      asked.fail(aborted())
    })
  }
  const request = (state: State) => (name: string, options: LockAsked, grant: LockGranted) =>
    new Promise<unknown>((done, fail) => ask(state, name, options, { mode: options.mode ?? 'exclusive', grant, done, fail }))

  const post = (name: string, from: Channel, message: unknown) => {
    const data = structuredClone(message)
    for (const { name: other, owner, channel } of channels) {
      if (other !== name || channel === from || owner.dead) continue
      const hear = () => !owner.dead && channel.onmessage?.({ data: structuredClone(data) })
      if (owner.frozen) owner.letters.push(hear)
      else queueMicrotask(hear)
    }
  }

  return {
    tab: () => {
      const state: State = { frozen: false, dead: false, letters: [] }
      let posted = 0
      return {
        locks: { request: request(state) },
        channel: (name) => {
          const channel: Channel = {
            onmessage: null,
            postMessage: (message) => {
              posted += 1
              if (!state.dead && !state.frozen) post(name, channel, message)
            },
            close: () => channels.forEach((one) => one.channel === channel && channels.delete(one)),
          }
          channels.add({ name, owner: state, channel })
          return channel
        },
        get posted() {
          return posted
        },
        freeze: () => void (state.frozen = true),
        thaw: () => {
          state.frozen = false
          for (const hear of state.letters.splice(0)) hear()
        },
        kill: () => {
          state.dead = true
          for (const [name, all] of queued)
            queued.set(
              name,
              all.filter(({ owner }) => owner !== state),
            )
          for (const [name, all] of held) for (const holder of all) if (owners.get(holder) === state) release(name, holder)
        },
      }
    },
  }
}
