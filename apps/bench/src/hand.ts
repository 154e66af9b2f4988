import type { Asked, Reply, Route } from '@sheber/contract/kit'

/** Somebody's API, with a cookie jar of its own. */
export class Hand {
  readonly #origin: string
  readonly #jar = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask<R extends Route>(
    method: R['method'],
    path: R['path'],
    asked: Partial<Asked<R>> & { params?: Record<string, string>; body?: unknown } = {},
  ): Promise<Reply<R>> {
    const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(asked.params?.[name] ?? ''))
    const answer = await fetch(this.#origin + filled, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#jar.set(name, value)
    }
    if (!answer.ok) throw new Error(`${method} ${filled}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Reply<R>
  }
}
