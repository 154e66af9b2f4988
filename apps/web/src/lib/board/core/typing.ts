import { afterChange, textChange, type TextChange } from '@sheber/document/text'

/** `later`, made on a text that has meanwhile seen `earlier`. `behind`: where both insert at one place. */
const rebased = (later: TextChange, earlier: TextChange, behind: boolean): TextChange => {
  const tie = behind && later.at === earlier.at
  const at = tie ? later.at + earlier.insert.length : afterChange(later.at, earlier)
  const end = afterChange(later.at + later.remove, earlier)
  return { at, remove: Math.max(0, end - at), insert: later.insert }
}

const applied = (text: string, { at, remove, insert }: TextChange) => text.slice(0, at) + insert + text.slice(at + remove)

export interface Field {
  value: string
  selectionStart: number | null
  selectionEnd: number | null
  selectionDirection: 'forward' | 'backward' | 'none' | null
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void
}

/**
 * A text field above a shared text. While letters are being composed (Android composes every word) the field must not
 * be touched from outside, so it may lag behind the text: what is typed is carried over what others wrote meanwhile.
 *
 *   field   м о с т ──typed──▶ written, carried over their changes
 *   text    н а ш   м о с т ──▶ follow(), when the composing is over
 */
export class Typing {
  readonly #read: () => string
  readonly #write: (change: TextChange) => void
  #field: string
  #text: string
  /** Others' changes that the field does not show yet, each made on the one before. */
  #theirs: TextChange[] = []

  constructor(read: () => string, write: (change: TextChange) => void) {
    this.#read = read
    this.#write = write
    this.#field = this.#text = read()
  }

  /** The hand has changed the field. */
  typed(value: string) {
    let mine = textChange(this.#field, value)
    if (!mine) return
    this.#field = value
    for (const [i, change] of this.#theirs.entries()) {
      this.#theirs[i] = rebased(change, mine, true)
      mine = rebased(mine, change, false)
    }
    this.#text = applied(this.#text, mine)
    this.#write(mine)
    this.heard()
  }

  /** The shared text may have changed: to be called after every change, or two of them look like one. */
  heard() {
    const text = this.#read()
    const change = textChange(this.#text, text)
    if (change) this.#theirs.push(change)
    this.#text = text
  }

  /** Brings the field up to date, the caret staying between its letters. */
  follow(field: Field) {
    this.heard()
    const after = (place: number | null) => this.#theirs.reduce(afterChange, place ?? 0)
    const [start, end, way] = [after(field.selectionStart), after(field.selectionEnd), field.selectionDirection ?? 'none']
    this.#theirs = []
    this.#field = this.#text
    if (field.value === this.#text) return
    field.value = this.#text
    field.setSelectionRange(start, end, way)
  }
}
