import { copy, cut } from './core/command/copying.ts'
import type { Clip, Editor } from './core/editor.ts'

const json = 'application/json'

const isField = (target: EventTarget | null) => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement

/** Copy, cut and paste by the keyboard or the browser's menu, anywhere within `root` or nowhere in particular. */
export const attachClipboard = (root: HTMLElement, editor: Editor): (() => void) => {
  const isOurs = ({ target }: Event) => !isField(target) && (target === document.body || (target instanceof Node && root.contains(target)))

  const put = (event: ClipboardEvent, clip: Clip | null) => {
    if (!clip || !event.clipboardData) return
    event.preventDefault()
    event.clipboardData.setData('text/html', clip.html)
    event.clipboardData.setData('text/plain', clip.text)
    event.clipboardData.setData(json, clip.json)
  }

  const copied = (event: ClipboardEvent) => {
    if (isOurs(event)) put(event, copy(editor))
  }
  const wasCut = (event: ClipboardEvent) => {
    if (isOurs(event) && editor.may === 'write' && event.clipboardData) put(event, cut(editor))
  }
  const pasted = async (event: ClipboardEvent) => {
    const { clipboardData: data } = event
    if (!isOurs(event) || !data || editor.may !== 'write') return
    event.preventDefault()
    // Read at once: after the event the browser lets go of it.
    const clip = { html: data.getData('text/html'), text: data.getData('text/plain'), json: data.getData(json), files: [...data.files] }
    const { paste } = await import('./core/paste.ts')
    await paste(editor, clip)
  }

  const calm = new AbortController()
  const on = { signal: calm.signal }
  document.addEventListener('copy', copied, on)
  document.addEventListener('cut', wasCut, on)
  document.addEventListener('paste', (event) => void pasted(event), on)
  return () => calm.abort()
}
