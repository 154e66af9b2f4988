import type { DemoPerson } from '@sheber/contract/centre'
import type { BrowserContext } from 'playwright-core'

export type Ask = <T>(path: string, data?: unknown) => Promise<T>

/** Questions to the API by the hand that the context is signed in with. */
export const asking =
  ({ request }: BrowserContext, origin: string): Ask =>
  async <T>(path: string, data?: unknown) => {
    const answer = await (data === undefined ? request.get(origin + path) : request.post(origin + path, { data, headers: { origin } }))
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as T
  }

/** Signed in as somebody of the demo centre. */
export const enterAs = async (ask: Ask, fits: (person: DemoPerson) => boolean): Promise<DemoPerson> => {
  const person = (await ask<DemoPerson[]>('/api/centre/people')).find(fits)
  if (!person) throw new Error('The demo centre has nobody like that')
  await ask('/api/centre/enter', { personId: person.id })
  return person
}
