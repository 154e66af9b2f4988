/** Short news that ask for nothing: shown for a few seconds and read aloud once. */
interface Toast {
  readonly id: number
  readonly text: string
}

const shownMs = 7_000
let last = 0
let toasts = $state.raw<readonly Toast[]>([])

export const say = (text: string): void => {
  const id = ++last
  toasts = [...toasts, { id, text }]
  setTimeout(() => (toasts = toasts.filter((toast) => toast.id !== id)), shownMs)
}

export const said = {
  get current() {
    return toasts
  },
}
