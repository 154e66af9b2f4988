import { isMeant } from './clip.ts'
import { copy, cut } from './core/command/copying.ts'
import type { Clip, Editor } from './core/editor.ts'

const json = 'application/json'

/** Copy and cut by the keyboard or the browser's menu, anywhere within `root` or nowhere in particular. */
export const attachClipboard = (root: HTMLElement, editor: Editor): (() => void) => {
  const put = (event: ClipboardEvent, clip: Clip | null) => {
    if (!clip || !event.clipboardData) return
    event.preventDefault()
    event.clipboardData.setData('text/html', clip.html)
    event.clipboardData.setData('text/plain', clip.text)
    event.clipboardData.setData(json, clip.json)
  }

  const copied = (event: ClipboardEvent) => {
    if (isMeant(event, root)) put(event, copy(editor))
  }
  const wasCut = (event: ClipboardEvent) => {
    if (isMeant(event, root) && editor.may === 'write' && event.clipboardData) put(event, cut(editor))
  }
  const calm = new AbortController()
  const on = { signal: calm.signal }
  document.addEventListener('copy', copied, on)
  document.addEventListener('cut', wasCut, on)
  return () => calm.abort()
}
