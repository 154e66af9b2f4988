import type { trace, Trace } from '@sheber/contract/trace'
import { ask } from '#lib/api.ts'

/** As many as one question takes. */
const atOnce = 50
/** What is named otherwise came from outside, and its door is shut to such a question. */
const isAskable = (id: string) => /^[A-Za-z0-9_-]{1,64}$/.test(id)

/** Whose hands these things have been in, by the server's log. */
export const askTraces = async (boardId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Trace>> => {
  const askable = ids.filter(isAskable)
  const traces = new Map<string, Trace>()
  for (let i = 0; i < askable.length; i += atOnce) {
    const query = { things: askable.slice(i, i + atOnce).join(',') }
    const found = await ask<typeof trace.look>(fetch, 'GET', '/api/board/:boardId/trace', { params: { boardId }, query })
    for (const one of found) traces.set(one.thingId, one)
  }
  return traces
}
