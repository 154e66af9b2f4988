import type { session } from '@sheber/contract/session'
import type { Reply } from '@sheber/contract/kit'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { ask, Refused } from '#lib/api.ts'

const cookie = 'group'

// Kit would mark it for https only, and a school's own network often has none.
const options = (url: URL) => ({ path: '/sign-in', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const

type Visit = Pick<RequestEvent, 'cookies' | 'fetch' | 'url'>

/** `abcd efgh` → `ABCD-EFGH`, as it stands on the card. What is no code stays as it is, for the server to refuse. */
export const asPrinted = (typed: string): string => {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  return signs.length === 8 ? `${signs.slice(0, 4)}-${signs.slice(4)}` : typed
}

/** The code of the card last shown on this device. Only the sign-in pages receive it. */
export const rememberedCard = ({ cookies }: Visit): string | null => cookies.get(cookie) ?? null

export const rememberCard = ({ cookies, url }: Visit, code: string): void =>
  cookies.set(cookie, code, { ...options(url), maxAge: 180 * 86_400 })

/** Who stands behind the remembered card. A card that no longer works is forgotten, and the person told so. */
export const readCard = async (event: Visit): Promise<Reply<typeof session.names> & { code: string }> => {
  const code = rememberedCard(event)
  if (!code) redirect(303, '/sign-in')
  try {
    const answer = await ask<typeof session.names>(event.fetch, 'POST', '/api/session/names', { body: { code } })
    return { ...answer, code }
  } catch (no) {
    if (!(no instanceof Refused) || no.problem.code !== 'code-unknown') throw no
    event.cookies.delete(cookie, options(event.url))
    redirect(303, '/sign-in?card=gone')
  }
}
