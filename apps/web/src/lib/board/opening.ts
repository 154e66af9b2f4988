import type { Camera } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { openingOf, readLeft } from './core/opening.ts'

/** Where boards were left on this device, the newest last. */
const key = 'sheber:board:left'
const boardsMax = 40

// A browser may forbid its storage, and what lies in it may be anybody's: then the board begins anew each time.
const read = (): (readonly [string, unknown])[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is [string, unknown] => Array.isArray(one) && typeof one[0] === 'string') : []
  } catch {
    return []
  }
}

const keep = (board: string, { x, y, zoom }: Camera) => {
  const others = read().filter(([one]) => one !== board)
  try {
    localStorage.setItem(key, JSON.stringify([...others, [board, { x, y, zoom }]].slice(-boardsMax)))
  } catch {
    return
  }
}

/**
 * On a small screen: leads the view to where this board was left here, or to where one begins to read, and keeps where it is left.
 * `board` tells boards apart. Returns the way to stop.
 */
export const open = (editor: Editor, board: string): (() => void) => {
  const left = readLeft(read().find(([one]) => one === board)?.[1])
  const camera = openingOf(editor, left)
  if (camera) editor.camera = camera
  const leave = () => keep(board, editor.camera)
  // A phone ends a page without a word: it is kept whenever the page goes out of sight.
  document.addEventListener('visibilitychange', leave)
  addEventListener('pagehide', leave)
  return () => {
    leave()
    document.removeEventListener('visibilitychange', leave)
    removeEventListener('pagehide', leave)
  }
}
