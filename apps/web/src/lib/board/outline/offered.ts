import { commands } from '../core/commands.ts'
import type { Editor } from '../core/editor.ts'
import { kindOf } from '../core/kinds.ts'
import { opens } from '../core/opens.ts'
import { detailedOf, partsOf, picturedOf } from '../tray/part.ts'
import { lookOf } from '../tray/style.ts'
import { openRound } from '../vote/dots.ts'
import { isVotable } from '../vote/result.ts'
import { itemsOf, type Row } from './outline.ts'
import type { OutlineWords } from './words.ts'

/** What the menu of a row does by a way of the list's own. */
export type MenuDeed = keyof OutlineWords['deeds']

/** Whether anything of their looks, or of what is more to be said of them, may be chosen. */
const hasLook = (rows: readonly Row[]) => {
  const items = rows.flatMap(({ branch }) => itemsOf(branch))
  const { arrange: _, ...parts } = partsOf(lookOf(items), items)
  return Object.values(parts).some(Boolean) || picturedOf(items) !== null || detailedOf(items) !== null
}

/** In the order of the menu; `onFrame`: something of them lies on a frame. */
export const deedsOf = (editor: Editor, picked: readonly Row[], onFrame: boolean): readonly MenuDeed[] => {
  const [row, ...others] = picked
  if (!row) return []
  const writes = editor.may === 'write'
  const [item] = row.branch.items
  const only = others.length === 0 && row.branch.what === 'thing' && item ? item.thing : null
  const isLine = picked.every(({ branch }) => branch.items[0]?.thing.kind === 'connector')
  const round = openRound(editor)
  const voted = only?.kind === 'poll' || only?.kind === 'round'
  const offered: Readonly<Record<MenuDeed, boolean>> = {
    open: only !== null && opens(only),
    write: writes && only !== null && kindOf(only).writing !== undefined,
    tracks: writes && only?.kind === 'table',
    vote: voted,
    timer: only?.kind === 'timer',
    dot: writes && only !== null && round !== null && isVotable(round, only),
    turn: only?.kind === 'model' && kindOf(only).live !== undefined,
    look: writes && hasLook(picked),
    add: writes && others.length === 0,
    show: true,
    connect: writes && only !== null && !isLine,
    lead: writes && only?.kind === 'connector',
    come: writes && only?.kind === 'connector',
    duplicate: writes && only?.kind !== 'unknown',
    comment: only !== null && editor.isAnswered('comment'),
    group: writes && only !== null && !isLine,
    earlier: writes && others.length === 0 && !isLine,
    later: writes && others.length === 0 && !isLine,
    move: writes && !isLine,
    out: writes && onFrame && !isLine,
    choose: others.length === 0,
    about: commands.about.may(editor),
    remove: writes,
  }
  return (Object.keys(offered) as MenuDeed[]).filter((deed) => offered[deed])
}
