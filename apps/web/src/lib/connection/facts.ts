/** What a proxy or a filter on the way has left in a request. */
export type Hops = Readonly<Record<string, string>>

/** What the server saw of a request for a websocket; `unseen`: it says that none came, `unknown`: it could not be asked. */
export type Arrival = 'upgrade' | 'plain' | 'unseen' | 'unknown'

/** What was seen, and nothing that was concluded. A step that is not over is absent. */
export interface Facts {
  readonly http?: { readonly answered: boolean; readonly ms: number }
  readonly cookie?: { readonly back: boolean; /** Signed in, and the sign-in came along; null: a guest. */ readonly signIn: boolean | null }
  readonly upgrade?: { readonly opened: boolean; readonly ms: number; readonly arrival: Arrival; readonly hops: Hops }
  /** From opening to the end; `first` and `last`: what was said came back at once, and after the silence. */
  readonly frames?: { readonly first: boolean; readonly last: boolean; readonly stoodMs: number }
  readonly news?: { readonly websocket: boolean; readonly polling: boolean }
  readonly fallback?: { readonly answered: boolean }
  /** Positive: this device is ahead of the server. */
  readonly clock?: { readonly aheadMs: number }
  readonly hops?: Hops
}

export type Step = 'http' | 'cookie' | 'upgrade' | 'frames' | 'news' | 'fallback' | 'clock'
export const steps: readonly Step[] = ['http', 'cookie', 'upgrade', 'frames', 'news', 'fallback', 'clock']

export type Mark = 'going' | 'good' | 'bad' | 'skipped'

/** Sign-ins end by the server's clock, and moments are shown by it: a minute is no harm. */
export const clockMsMax = 120_000

export const markOf = (step: Step, facts: Facts): Mark => {
  const good = (is: boolean | undefined): Mark => (is === undefined ? 'going' : is ? 'good' : 'bad')
  if (step !== 'http' && facts.http?.answered === false) return 'skipped'
  switch (step) {
    case 'http':
      return good(facts.http?.answered)
    case 'cookie':
      return good(facts.cookie && facts.cookie.back && facts.cookie.signIn !== false)
    case 'upgrade':
      return good(facts.upgrade?.opened)
    case 'frames':
      return facts.upgrade?.opened === false ? 'skipped' : good(facts.frames && facts.frames.first && facts.frames.last)
    case 'news':
      return good(facts.news && (facts.news.websocket || facts.news.polling))
    case 'fallback':
      return good(facts.fallback?.answered)
    case 'clock':
      return good(facts.clock && Math.abs(facts.clock.aheadMs) <= clockMsMax)
  }
}

/**
 * well      everything passes
 * away      not even a plain request is answered
 * stripped  the request for a websocket arrived without its upgrade: somebody on the way took it out
 * unseen    the server says that no such request came
 * unheard   it arrived whole, and the answer did not come back
 * unclear   it did not open, and the server could not be asked
 * mute      it opens, and what is said does not come back
 * cut       it opens and works, and does not outlive half a minute of silence
 * partly    websockets are well, something else is not
 */
export type Verdict = 'going' | 'well' | 'away' | 'stripped' | 'unseen' | 'unheard' | 'unclear' | 'mute' | 'cut' | 'partly'

const arrivals = { plain: 'stripped', unseen: 'unseen', upgrade: 'unheard', unknown: 'unclear' } as const

export const verdictOf = (facts: Facts): Verdict => {
  if (facts.http?.answered === false) return 'away'
  const marks = steps.map((step) => markOf(step, facts))
  if (marks.includes('going')) return 'going'
  if (facts.upgrade?.opened === false) return arrivals[facts.upgrade.arrival]
  if (facts.frames?.first === false) return 'mute'
  if (facts.frames?.last === false) return 'cut'
  return marks.every((mark) => mark === 'good') ? 'well' : 'partly'
}
