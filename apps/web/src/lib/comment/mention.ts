export interface Named {
  readonly id: string
  readonly name: string
}

/** A name that is being typed: from its `@` to the caret. */
export interface Begun {
  readonly from: number
  readonly sought: string
}

const lettersMax = 40
const offeredMax = 6
const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('kk')

/** Null where no name is being typed. The `@` of an address stands behind a letter and begins none. */
export const begunAt = (text: string, caret: number): Begun | null => {
  const from = text.lastIndexOf('@', caret - 1)
  if (caret === 0 || from < 0 || isWord(text[from - 1])) return null
  const sought = text.slice(from + 1, caret)
  return sought.length > lettersMax || sought.includes('\n') ? null : { from, sought }
}

/** Whoever has a name, first or last, that begins so. */
export const peopleFor = <P extends Named>(people: readonly P[], sought: string): P[] => {
  const begin = fold(sought)
  const fits = ({ name }: P) => {
    const whole = fold(name)
    return whole.startsWith(begin) || whole.split(/\s+/).some((word) => word.startsWith(begin))
  }
  return people.filter(fits).slice(0, offeredMax)
}

/** The text with the whole name in it, and where the caret goes on. */
export const completed = (text: string, { from }: Begun, caret: number, name: string): { text: string; caret: number } => {
  const head = `${text.slice(0, from)}@${name} `
  return { text: head + text.slice(caret).replace(/^ /, ''), caret: head.length }
}

export interface Part<P extends Named = Named> {
  readonly text: string
  /** Who is named by it. Namesakes are all meant. */
  readonly people: readonly P[]
}

/** The text cut at the names in it, written as people are called and with an `@` before them. */
export const partsOf = <P extends Named>(text: string, people: readonly P[]): Part<P>[] => {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  const parts: Part<P>[] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < done || isWord(text[at - 1])) continue
    const found = byLength.find(({ name }) => text.startsWith(name, at + 1) && !isWord(text[at + 1 + name.length]))
    if (!found) continue
    if (at > done) parts.push({ text: text.slice(done, at), people: [] })
    done = at + 1 + found.name.length
    parts.push({ text: text.slice(at, done), people: people.filter(({ name }) => name === found.name) })
  }
  if (done < text.length) parts.push({ text: text.slice(done), people: [] })
  return parts
}

/** Whom the text names, each once. */
export const mentionsIn = (text: string, people: readonly Named[]): string[] => [
  ...new Set(partsOf(text, people).flatMap((part) => part.people.map(({ id }) => id))),
]
