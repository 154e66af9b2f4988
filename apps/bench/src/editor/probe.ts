/** What we put into every measured page before its own scripts run. */
export interface EditorProbe {
  /** Presses what the selector finds; resolves with the time until the last word is on the screen and the caret in the text. */
  open(selector: string, last: string): Promise<number>
  /** From each key to the frame that shows it, since the last call. */
  keys(): number[]
}

declare global {
  interface Window {
    __editor: EditorProbe
  }
}

/** Runs in the page: nothing from outside of it is known here. */
export const installEditorProbe = (): void => {
  if (window !== window.top) return
  // After a frame has been drawn the first task that waits is ours.
  const drawn = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      }),
    )
  let keys: number[] = []
  addEventListener('keydown', ({ timeStamp }) => void drawn().then((now) => keys.push(now - timeStamp)), { capture: true })
  window.__editor = {
    open: async (selector, last) => {
      const button = document.querySelector<HTMLElement>(selector)
      if (!button) throw new Error(`Nothing to press: ${selector}`)
      const since = performance.now()
      button.click()
      for (;;) {
        const now = await drawn()
        const paper = document.querySelector('[contenteditable="true"]')
        if (paper?.textContent.includes(last) && paper.contains(document.activeElement)) return now - since
      }
    },
    keys: () => {
      const noted = keys
      keys = []
      return noted
    },
  }
}
