import { style } from '@sheber/document/board'
import { isRunning, paused, started } from '@sheber/document/run'
import type { ThingOf } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'
import { askClock, sharedNow } from './clock.ts'
import { toggleAnswer } from './dots.ts'

const run = (editor: Editor, timer: ThingOf<'timer'>, button: string) => {
  if (editor.may !== 'write') return
  void askClock().then(() => {
    const now = sharedNow()
    const next = button === 'reset' ? null : isRunning(timer, now) ? paused(timer, now) : started(timer, now)
    editor.step(() => style(editor.board, [timer.id], { run: next }))
  })
}

/**
 * What a button of a poll or a timer does, wherever it stands: an answer, by its id, is voted for or taken back; a timer is
 * started or stopped (`start`) and set back (`reset`). False: the vote is closed.
 */
export const pressOn = (editor: Editor, me: string, id: string, button: string): boolean => {
  const thing = editor.scene.get(id)?.thing
  if (thing?.kind === 'timer') run(editor, thing, button)
  if (thing?.kind !== 'poll') return true
  if (thing.closed) return false
  toggleAnswer(editor, thing, me, button)
  return true
}
