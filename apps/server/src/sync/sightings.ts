import type { IncomingHttpHeaders } from 'node:http'

/** What stands between a browser and this server tends to leave its name in these. */
const tellers = [
  'upgrade',
  'connection',
  'via',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
] as const
export type Hops = Partial<Record<(typeof tellers)[number], string>>

const lettersMax = 200
const keptMax = 1_000
const probeForm = /^[\w-]{16,64}$/

export const hopsIn = (headers: IncomingHttpHeaders): Hops =>
  Object.fromEntries(
    tellers.flatMap((name) => {
      const said = headers[name]
      return said === undefined ? [] : [[name, `${said}`.slice(0, lettersMax)]]
    }),
  )

/** A request for a websocket, as it got here. */
export interface Sighting {
  /** `plain`: somebody on the way took the upgrade out of it. */
  readonly as: 'upgrade' | 'plain'
  readonly hops: Hops
}

/** Requests for a websocket that a self-test has marked with a number of its own: only who made it up can ask for it. */
export class Sightings {
  readonly #seen = new Map<string, Sighting>()

  note(url: string | undefined, as: Sighting['as'], headers: IncomingHttpHeaders): void {
    const probe = probeOf(url)
    if (!probe) return
    this.#seen.set(probe, { as, hops: hopsIn(headers) })
    if (this.#seen.size > keptMax) this.#seen.delete(this.#seen.keys().next().value ?? '')
  }

  of(url: string | undefined): Sighting | null {
    return this.#seen.get(probeOf(url) ?? '') ?? null
  }
}

export const probeOf = (url: string | undefined): string | null => {
  const probe = URL.parse(url ?? '', 'http://localhost')?.searchParams.get('probe') ?? ''
  return probeForm.test(probe) ? probe : null
}
