import type { Asked, Reply, Route } from '@sheber/contract/kit'

export interface Problem {
  code: string
  /** In the reader's language: says what happened and what to do. */
  message: string
  requestId: string
  /** Which fields of the body were refused, by name. */
  fields?: string[]
}

/** The server said no, or could not be reached (`code: 'offline'`, status 0). */
export class Refused extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(problem.message)
    this.status = status
    this.problem = problem
  }
}

type Arguments<R extends Route> = unknown extends Asked<R> ? [] : [asked: Asked<R>]

/**
 * The typed call: `ask<typeof team.form>(fetch, 'POST', '/api/organisation/:organisationId/team', { params, body })`.
 * The promise is imported as a type only, so that no schema travels to the browser.
 */
export const ask = async <R extends Route>(
  fetch: typeof globalThis.fetch,
  method: R['method'],
  path: R['path'],
  ...[asked]: Arguments<R>
): Promise<Reply<R>> => {
  const {
    params = {},
    query,
    body,
  } = (asked ?? {}) as {
    params?: Record<string, string>
    query?: Record<string, string>
    body?: unknown
  }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const url = query ? `${filled}?${new URLSearchParams(query)}` : filled
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Refused(0, { code: 'offline', message: '', requestId: '', ...(cause instanceof Refused && cause.problem) })
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    throw new Refused(response.status, (answer as Problem | null) ?? { code: 'internal', message: '', requestId: '' })
  }
  return answer as Reply<R>
}

/** What a person is told: the server's own words, or `silence` where it could not be reached. A fault of ours is thrown on. */
export const reasonOf = (why: unknown, silence: string): string => {
  if (!(why instanceof Refused)) throw why
  return why.problem.message || silence
}
