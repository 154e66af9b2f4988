/** A part of the board that is fetched when it is first wanted; what could not be fetched is asked for again. */
export class Lazy<T> {
  readonly #fetch: () => Promise<T>
  #coming: Promise<T | null> | null = null
  part = $state.raw<T | null>(null)
  failed = $state(false)

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch
  }

  /** It may be wanted soon, and for a moment only: brought to this device, and not shown. */
  expect() {
    this.#fetch().catch(() => undefined)
  }

  fetch(): Promise<T | null> {
    this.#coming ??= this.#fetch().then(
      (part) => {
        this.failed = false
        return (this.part = part)
      },
      () => {
        this.failed = true
        this.#coming = null
        return null
      },
    )
    return this.#coming
  }
}
