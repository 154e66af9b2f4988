import { answerIds } from '@sheber/document/poll'
import { textMax, type NewThing, type Place, type ThingOf } from '@sheber/document/thing'
import { freePlace } from '../core/command/adding.ts'
import type { Editor } from '../core/editor.ts'
import type { Face } from '../face.svelte.ts'
import type { Point } from '../core/geometry.ts'
import { kindOf, watchKinds } from '../core/kinds.ts'
import { openRound } from './dots.ts'
import type { Offer } from './offers.ts'
import { timerSize } from './kinds/timer.ts'
import { isVotable } from './result.ts'
import type { VoteWords } from './words.ts'

const box = ({ x, y }: Point, w: number, h: number): Place => [Math.round(x - w / 2), Math.round(y - h / 2), w, h]

const sheetWide = 340

const born = ({ outside }: Editor) => ({ id: outside.newId(), by: outside.me, at: outside.now() })

const make = (editor: Editor, thing: NewThing) => {
  editor.tool = 'select'
  editor.make([thing])
  editor.select([thing.id])
}

/** On a board that has had none, its kind is on its way: it is written in once it has come. */
const whenThere = (editor: Editor, id: string, then: () => void) => {
  const isThere = () => {
    const item = editor.scene.get(id)
    return item !== undefined && kindOf(item.thing).writing !== undefined
  }
  if (isThere()) return then()
  const stop = watchKinds(() => {
    if (editor.scene.get(id) && !isThere()) return
    stop()
    if (editor.selection.has(id)) then()
  })
}

/** Open for its question at once. */
export const placePoll = ({ editor }: Face) => {
  const { outside } = editor
  const answers = answerIds([outside.newId(), outside.newId()]).map((id) => ({ id, words: '' }))
  const poll = { kind: 'poll', ...born(editor), g: box(freePlace(editor), sheetWide, 220), answers } as const
  make(editor, poll)
  whenThere(editor, poll.id, () => editor.edit(poll.id))
}

export const placeTimer = ({ editor }: Face) => {
  make(editor, { kind: 'timer', ...born(editor), g: box(freePlace(editor), timerSize.w, timerSize.h) })
}

/** Chosen at once: its panel opens what it stands for. */
export const placeCard = (editor: Editor, { of, ref, title }: Offer) => {
  make(editor, { kind: 'card', ...born(editor), g: box(freePlace(editor), 240, 110), of, ref, text: title.slice(0, textMax.card) })
}

/** Over what is selected, else over the board as a whole. */
export const placeRound = ({ editor, desk }: Face, w: VoteWords) => {
  const open = openRound(editor)
  if (open) {
    editor.select([open.id])
    return desk.say(w.round.already)
  }
  const bare = { over: [] } as unknown as ThingOf<'round'>
  const over = editor.selectedItems().filter(({ thing }) => isVotable(bare, thing))
  const g = box(freePlace(editor), sheetWide, 120)
  make(editor, { kind: 'round', ...born(editor), g, over: over.map(({ id }) => id), text: w.round.name })
}
