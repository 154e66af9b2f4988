import type { Topic } from '@sheber/contract/kit'
import { follow, hearAny } from '#lib/events.ts'
import type { Editor } from '../core/editor.ts'
import { askCards, Seen, type SeenWords } from './seen.ts'

interface Watching {
  readonly editor: Editor
  readonly me: string
  /** Of the fact log, when the page was loaded. */
  readonly position: number
  readonly w: SeenWords
}

/** Moving the paper under the eyes asks for nothing; resting on a place does. */
const restMs = 300
/** Whose news are heard; of what goes beyond, one learns on coming back to the page. */
const topicsMax = 30

/** In this tab alone: a device that many use keeps no titles for the next of them. */
const shelf = (name: string) => ({
  recall: () => {
    try {
      return sessionStorage.getItem(name) ?? ''
    } catch {
      return ''
    }
  },
  keep: (letters: string) => {
    try {
      sessionStorage.setItem(name, letters)
    } catch {
      // Full, or not allowed: without a network the card says what was written on it.
    }
  },
})

/** Cards are asked for as they come into view, at a fact about them, and when somebody comes back to the page. */
export const watchCards = ({ editor, me, position, w }: Watching): { readonly seen: Seen; readonly stop: () => void } => {
  const follows = new Map<Topic, () => void>()
  const listen = (topic: Topic) => {
    if (follows.size < topicsMax && !follows.has(topic)) follows.set(topic, follow(topic, position))
  }
  const seen = new Seen({
    editor,
    w,
    ask: askCards,
    now: () => performance.now(),
    ...shelf(`sheber-cards ${me}`),
    heard: (cards) => {
      for (const { of, ref, access, projectId } of cards) {
        if (access !== 'open') continue
        if (projectId) listen(`project:${projectId}`)
        else if (of === 'record') listen(`portfolio:${ref.split('/')[0] ?? ''}`)
      }
    },
  })
  let resting: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    clearTimeout(resting)
    resting = setTimeout(() => void seen.look(), restMs)
  }
  const calm = new AbortController()
  const on = { signal: calm.signal }
  window.addEventListener('focus', () => seen.again(), on)
  window.addEventListener('online', () => seen.again(), on)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && seen.again(), on)
  const stops = [editor.watch(rest), hearAny(({ body }) => seen.stale(new Set(Object.values(body)))), () => calm.abort()]
  rest()
  return {
    seen,
    stop: () => {
      clearTimeout(resting)
      for (const stop of [...stops, ...follows.values()]) stop()
    },
  }
}
