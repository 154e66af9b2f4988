import type { Awareness, AwarenessChange } from '#lib/room.svelte.ts'
import type { Editor } from './core/editor.ts'
import type { Gathered } from './core/gather.ts'
import type { Point } from './core/geometry.ts'
import { readPeers, rounded, selectionShownMax, tellEveryMs, type Shown } from './core/presence.ts'

/** Tenths are finer than anybody sees, and a third of the bytes. */
const coarse = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)

/**
 * Shows the others what this hand does, and this editor what the others do.
 *
 *   moves  ++++++--+++++-----+---
 *   told   ^---^---^---^-----^---   the first at once, then at most every 80 ms, and always the last
 */
export const shareHand = (awareness: Awareness, editor: Editor, user: Shown['user'], gathered: () => Gathered = () => ({})) => {
  let cursor: Point | null = null
  let told = ''
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const shown = (): Shown => ({
    user,
    cursor: cursor && rounded(cursor),
    sel: editor.may === 'write' ? [...editor.selection].slice(0, selectionShownMax) : [],
    drag: editor.dragging,
    edit: editor.editing,
    trail: editor.trail?.() ?? null,
    caret: editor.caret,
    ...gathered(),
  })

  const send = () => {
    timer = undefined
    const state = shown()
    const text = JSON.stringify(state, coarse)
    if (text === told) return
    told = text
    last = performance.now()
    awareness.setLocalState(JSON.parse(text) as Record<string, unknown>)
  }

  const tell = () => {
    timer ??= setTimeout(send, Math.max(0, last + tellEveryMs(editor.peers.length + 1) - performance.now()))
  }

  const hear = ({ added, updated, removed }: AwarenessChange) => {
    const others = [...added, ...updated, ...removed].some((client) => client !== awareness.clientID)
    if (others) listen()
  }
  const listen = () => {
    editor.peers = readPeers(awareness.getStates(), awareness.clientID)
  }

  awareness.on('change', hear)
  const unwatch = editor.watch(tell)
  listen()
  send()

  return {
    /** Null when the pointer has left the paper. */
    point: (at: Point | null) => {
      cursor = at
      tell()
    },
    stop: () => {
      clearTimeout(timer)
      unwatch()
      awareness.off('change', hear)
      awareness.setLocalState(null)
    },
  }
}
