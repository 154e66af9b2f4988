import type { Pasted } from './core/paste.ts'

const isField = (target: EventTarget | null) => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement

/** Whether the board is meant by what the browser does with its clipboard: within `root`, or nowhere in particular. */
export const isMeant = ({ target }: Event, root: HTMLElement): boolean =>
  !isField(target) && (target === document.body || (target instanceof Node && root.contains(target)))

/** The board takes what is pasted; null where somebody else does. Read at once: after the event the browser lets go of it. */
export const clipOf = (event: ClipboardEvent, root: HTMLElement): Pasted | null => {
  const { clipboardData: data } = event
  if (!data || !isMeant(event, root)) return null
  event.preventDefault()
  const [html = '', text = '', json = ''] = ['text/html', 'text/plain', 'application/json'].map((type) => data.getData(type))
  return { html, text, json, files: [...data.files] }
}
