import type { Editor } from '../core/editor.ts'
import { hasEnds } from '@sheber/document/thing'

export type What = 'all' | 'chosen' | 'frames'

/** The things to be copied, null for all: frames with what lies on them, and the lines between what comes along. */
export const idsOf = (editor: Editor, what: What, chosen: ReadonlySet<string>, frames: ReadonlySet<string>): string[] | null => {
  if (what === 'all') return null
  const { scene } = editor
  const taken = new Set(what === 'chosen' ? chosen : editor.along(frames))
  for (const { id, thing } of scene.order)
    if (hasEnds(thing) && thing.a && thing.b && taken.has(thing.a.id) && taken.has(thing.b.id)) taken.add(id)
  return [...taken].filter((id) => scene.get(id))
}
