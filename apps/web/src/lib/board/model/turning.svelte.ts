import { style } from '@sheber/document/board'
import type { ThingOf, Unit, View } from '@sheber/document/thing'
import { isSealed } from '../core/held.ts'
import type { Item } from '../core/kind.ts'
import type { Stage } from '../stage.svelte.ts'
import { stillOf } from './still.ts'
import { Viewing } from './viewing.svelte.ts'

const modelOf = ({ editor }: Stage, id: string): ThingOf<'model'> | null => {
  const thing = editor.scene.get(id)?.thing
  return thing?.kind === 'model' ? thing : null
}

/** A model of a board under somebody's hand: left as it was last seen. */
export class Turning extends Viewing {
  readonly #stage: Stage
  readonly #id: string
  readonly #before: View

  constructor(stage: Stage, id: string) {
    const thing = modelOf(stage, id)
    super(thing?.file ?? '')
    this.#stage = stage
    this.#id = id
    this.#before = this.view = thing?.view ?? this.view
    this.box = true
  }

  get item(): Item | null {
    return this.#stage.editor.scene.get(this.#id) ?? null
  }

  get thing(): ThingOf<'model'> | null {
    return modelOf(this.#stage, this.#id)
  }

  /** Whether what one leaves here stays for others too. */
  get writes(): boolean {
    const { item } = this
    return this.#stage.editor.may === 'write' && item !== null && !isSealed(item)
  }

  measure(unit: Unit) {
    const { editor } = this.#stage
    if (this.writes) editor.step(() => style(editor.board, [this.#id], { unit }))
  }

  /** What one has turned stays turned, for everybody; who only looked leaves nothing behind. */
  override async close() {
    const { view, writes, model } = this
    const moved = view.some((n, i) => n !== this.#before[i])
    this.model = null
    await super.close()
    if (model && moved && writes) {
      const still = await stillOf(model, view)
      if (still) this.#stage.editor.ask('turned', { id: this.#id, view, still })
    }
    model?.close()
  }
}
