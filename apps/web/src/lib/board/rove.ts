const steps: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowRight: (at, all) => (at + 1) % all,
  ArrowDown: (at, all) => (at + 1) % all,
  ArrowLeft: (at, all) => (at - 1 + all) % all,
  ArrowUp: (at, all) => (at - 1 + all) % all,
  Home: () => 0,
  End: (_at, all) => all - 1,
}

/** One stop for Tab; arrows walk from button to button, as in every toolbar and menu. */
export const rove = (bar: HTMLElement): (() => void) => {
  const stops = () => [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const settle = (chosen?: HTMLElement) => {
    const all = stops()
    const one = chosen ?? all.find((stop) => stop.tabIndex === 0 && stop.hasAttribute('tabindex')) ?? all[0]
    for (const stop of all) stop.tabIndex = stop === one ? 0 : -1
  }
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    const all = stops()
    const at = all.findIndex((stop) => stop === document.activeElement)
    if (at < 0) return
    all[step(at, all.length)]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  const take = ({ target }: FocusEvent) => {
    const stop = target instanceof Element ? target.closest('button') : null
    if (stop) settle(stop)
  }
  const changes = new MutationObserver(() => settle())
  changes.observe(bar, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  bar.addEventListener('keydown', walk)
  bar.addEventListener('focusin', take)
  settle()
  return () => {
    changes.disconnect()
    bar.removeEventListener('keydown', walk)
    bar.removeEventListener('focusin', take)
  }
}
