import type { ThingOf } from '@sheber/document/thing'
import { chosenNext, choicesOf, vote } from '@sheber/document/vote'
import type { Editor } from '../core/editor.ts'
import type { Item, Pen } from '../core/kind.ts'
import { pathOf } from '../core/surface.ts'
import { isShown, isVotable, roundResult } from './result.ts'

type Round = ThingOf<'round'>

const side = 24
const disc = pathOf('M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22Z')
const tick = pathOf('M7 12.5l3.5 3.5l6.5-7.5')

const isRound = (item: Item | undefined): item is Item<Round> => item?.thing.kind === 'round'

const roundsOf = (editor: Editor): Round[] => editor.scene.order.filter(isRound).map(({ thing }) => thing)

const latest = (rounds: readonly Round[]): Round | null =>
  rounds.reduce<Round | null>((last, one) => (last && (last.at > one.at || (last.at === one.at && last.id > one.id)) ? last : one), null)

/** The round that goes on; of two that were begun at one moment, the later. */
export const openRound = (editor: Editor): Round | null => latest(roundsOf(editor).filter(({ closed }) => !closed))

/** The one whose sheet is selected, else the one that goes on, else the last there was: old ones stay to be read. */
export const shownRound = (editor: Editor): Round | null => {
  const [only, ...others] = editor.selectedItems()
  if (isRound(only) && others.length === 0) return only.thing
  return openRound(editor) ?? latest(roundsOf(editor))
}

/** What a person has given and may take back: dots on what was deleted have come home. */
export const givenBy = (editor: Editor, round: Round, person: string): readonly string[] =>
  choicesOf(editor.scene.vote, round.id, person)
    .filter((id) => {
      const thing = editor.scene.get(id)?.thing
      return thing !== undefined && isVotable(round, thing)
    })
    .slice(0, round.dots)

export type Given = { readonly is: 'given' | 'taken'; readonly left: number } | { readonly is: 'none' | 'not' }

/** Sets a dot or takes it back. */
export const toggleDot = (editor: Editor, round: Round, person: string, id: string): Given => {
  const thing = editor.scene.get(id)?.thing
  if (!thing || round.closed || !isVotable(round, thing)) return { is: 'not' }
  const was = givenBy(editor, round, person)
  const next = was.includes(id) ? was.filter((one) => one !== id) : was.length < round.dots ? [...was, id] : null
  if (!next) return { is: 'none' }
  editor.step(() => vote(editor.board, round.id, person, next))
  return { is: next.length > was.length ? 'given' : 'taken', left: round.dots - next.length }
}

/** A voice for an answer of a poll, or taken back. */
export const toggleAnswer = (editor: Editor, poll: ThingOf<'poll'>, person: string, answer: string) => {
  const known = new Set(poll.answers.filter(({ words }) => words.trim()).map(({ id }) => id))
  if (poll.closed || !known.has(answer)) return
  const was = choicesOf(editor.scene.vote, poll.id, person).filter((id) => known.has(id))
  const next = chosenNext(poll.several ? was : was.slice(0, 1), answer, poll.several ? known.size : 1)
  if (next) editor.step(() => vote(editor.board, poll.id, person, next))
}

interface Dot {
  /** Null: how the votes fall is not seen. */
  readonly count: number | null
  readonly mine: boolean
}

/** The dots of one round, painted on the things themselves: on the screen and on paper. */
export class Dots {
  readonly #editor: Editor
  readonly #me: string
  #round: Round | null = null
  #dots: ReadonlyMap<string, Dot> = new Map()
  #wanted = false

  constructor(editor: Editor, me: string) {
    this.#editor = editor
    this.#me = me
  }

  /** Looks again, and has painted anew what has changed. */
  look() {
    const { scene, tool } = this.#editor
    const round = shownRound(this.#editor)
    const dots = new Map<string, Dot>()
    if (round) {
      const counts = isShown(round) ? new Map(roundResult(round, scene).map(({ id, voters }) => [id, voters.length])) : null
      const mine = new Set(givenBy(this.#editor, round, this.#me))
      for (const id of new Set([...(counts?.keys() ?? []), ...mine]))
        dots.set(id, { count: counts ? (counts.get(id) ?? 0) : null, mine: mine.has(id) })
    }
    const wanted = tool === 'dot' && round?.closed === false
    const all = wanted !== this.#wanted || round?.id !== this.#round?.id
    const before = this.#dots
    this.#round = round
    this.#dots = dots
    this.#wanted = wanted
    for (const { id, bounds } of scene.order) {
      const [was, is] = [before.get(id), dots.get(id)]
      if (all || was?.count !== is?.count || was?.mine !== is?.mine) scene.soil(bounds)
    }
  }

  mark = (item: Item, { surface, look, live, zoom }: Pen) => {
    const round = this.#round
    if (!round) return
    const dot = this.#dots.get(item.id)
    const open = this.#wanted && live && isVotable(round, item.thing)
    if (!open && !(dot?.mine && live) && !(dot?.count ?? 0)) return
    const scale = Math.min(1, item.w / 40, item.h / 40) * (zoom < 0.5 ? Math.min(2.5, 0.5 / zoom) : 1)
    const mine = live && dot?.mine
    surface.at(
      item.x + item.w - (side + 6) * scale,
      item.y + 6 * scale,
      () => {
        const full = mine || (dot?.count ?? 0) > 0
        surface.fill(disc, full ? look.inks.orange : look.surface)
        surface.stroke(disc, { colour: mine ? look.inks.ink : look.inks.orange, width: mine ? 2.5 : 2 })
        if (dot?.count) surface.text(String(dot.count), 12, 17, { size: 14, colour: look.surface, bold: true, align: 'middle', most: 18 })
        else if (mine) surface.stroke(tick, { colour: look.surface, width: 2.5, cap: 'round' })
      },
      { sx: scale, sy: scale },
    )
  }
}
