import type { Asked } from './asked.ts'

type Answer = (what: never) => void

/** So long a question waits for somebody to answer it. */
const patienceMs = 10_000

/**
 * Questions of the core, and who answers them. Nobody need answer; but the part that would may be on its way over a slow
 * network, so what was asked last is answered by whoever comes soon after: the tap was not in vain.
 */
export class Questions {
  readonly #answers = new Map<keyof Asked, Set<Answer>>()
  readonly #now: () => number
  #waiting: { readonly name: keyof Asked; readonly what: unknown; readonly at: number } | null = null

  constructor(now: () => number) {
    this.#now = now
  }

  ask<K extends keyof Asked>(name: K, what: Asked[K]): void {
    const answers = this.#answers.get(name)
    this.#waiting = answers?.size ? null : { name, what, at: this.#now() }
    for (const answer of answers ?? []) answer(what as never)
  }

  answer<K extends keyof Asked>(name: K, answer: (what: Asked[K]) => void): () => void {
    const answers = this.#answers.get(name) ?? new Set()
    this.#answers.set(name, answers.add(answer))
    const waiting = this.#waiting
    if (waiting?.name === name) {
      this.#waiting = null
      if (this.#now() - waiting.at < patienceMs) answer(waiting.what as Asked[K])
    }
    return () => answers.delete(answer)
  }

  isAnswered(name: keyof Asked): boolean {
    return (this.#answers.get(name)?.size ?? 0) > 0
  }

  clear(): void {
    this.#answers.clear()
    this.#waiting = null
  }
}
