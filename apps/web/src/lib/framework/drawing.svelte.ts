import type { Competency, Draft, Level, Link } from '@sheber/contract/framework'
import { languages, type Language } from '@sheber/contract/words'

const nothing = () => ({ kk: '', ru: '', en: '' })

/** A framework in its editor's hands. Rows stand in the order of the page: each before what stands below it. */
export class Drawing {
  readonly draft: Draft
  /** As JSON, of what was saved last. */
  #saved: string

  constructor(draft: Draft) {
    this.#saved = JSON.stringify(draft)
    this.draft = $state(JSON.parse(this.#saved) as Draft)
  }

  get changed(): boolean {
    return JSON.stringify(this.draft) !== this.#saved
  }
  saved(): void {
    this.#saved = JSON.stringify(this.draft)
  }

  depthOf(one: Competency): number {
    let depth = 0
    for (let at: Competency | undefined = one; at?.parentId; depth += 1) at = this.#named(at.parentId)
    return depth
  }
  #named(id: string): Competency | undefined {
    return this.draft.competencies.find((one) => one.id === id)
  }

  addLevel(): string {
    const level: Level = { id: crypto.randomUUID(), title: nothing(), text: nothing() }
    this.draft.levels.push(level)
    return level.id
  }
  removeLevel(id: string): void {
    this.draft.levels = this.draft.levels.filter((level) => level.id !== id)
    for (const one of this.draft.competencies) one.descriptors = one.descriptors.filter(({ levelId }) => levelId !== id)
  }
  moveLevel(id: string, by: 1 | -1): void {
    const { levels } = this.draft
    const at = levels.findIndex((level) => level.id === id)
    const [one, other] = [levels[at], levels[at + by]]
    if (one && other) [levels[at], levels[at + by]] = [other, one]
  }

  /** What is seen of somebody on a level, in one language. One that says nothing in any is no descriptor. */
  describe(id: string, levelId: string, language: Language, words: string): void {
    const one = this.#named(id)
    if (!one) return
    const known = one.descriptors.find((each) => each.levelId === levelId)
    if (known) known.text[language] = words
    else if (words !== '') one.descriptors.push({ levelId, text: { ...nothing(), [language]: words } })
    one.descriptors = one.descriptors.filter(({ text }) => languages.some((each) => text[each].trim() !== ''))
  }

  link(from: string, kind: Link['kind'], to: Link['to']): void {
    this.draft.links.push({ id: crypto.randomUUID(), from, kind, to })
  }
  unlink(id: string): void {
    this.draft.links = this.draft.links.filter((link) => link.id !== id)
  }

  /** Below another, after everything that stands there; or at the top. */
  add(parentId: string | null): string {
    const fresh: Competency = {
      ...{ id: crypto.randomUUID(), parentId, code: '', title: nothing(), descriptors: [], retired: false, replacedBy: null },
    }
    const all = this.draft.competencies
    const at = parentId === null ? all.length : this.#endOf(parentId)
    all.splice(at, 0, fresh)
    return fresh.id
  }

  /** Where a row and all that stands below it end. */
  #endOf(id: string): number {
    const all = this.draft.competencies
    const within = new Set([id])
    let at = all.findIndex((one) => one.id === id) + 1
    for (let one = all[at]; one?.parentId && within.has(one.parentId); one = all[(at += 1)]) within.add(one.id)
    return at
  }

  /** With all that stands below it. */
  remove(id: string): void {
    const all = this.draft.competencies
    const from = all.findIndex((one) => one.id === id)
    if (from < 0) return
    const gone = new Set(all.splice(from, this.#endOf(id) - from).map((one) => one.id))
    this.draft.links = this.draft.links.filter(({ from, to }) => !gone.has(from) && (to.id === null || !gone.has(to.id)))
  }

  retire(id: string, retired: boolean): void {
    const one = this.#named(id)
    if (!one) return
    one.retired = retired
    // What is asked for again has no heir.
    if (!retired) one.replacedBy = null
  }

  /** Names what is asked for in the place of one that is asked for no more: what it had confirmed is shown beside its heir. */
  replace(id: string, heir: string | null): void {
    const one = this.#named(id)
    if (one) one.replacedBy = heir
  }

  /** Past its neighbour on the same step, both with what stands below them. */
  move(id: string, by: 1 | -1): void {
    const all = this.draft.competencies
    const one = this.#named(id)
    if (!one) return
    const beside = all.filter(({ parentId }) => parentId === one.parentId)
    const other = beside[beside.indexOf(one) + by]
    if (!other) return
    const [first, second] = by < 0 ? [other, one] : [one, other]
    const from = all.indexOf(first)
    const middle = all.indexOf(second)
    const end = this.#endOf(second.id)
    all.splice(from, end - from, ...all.slice(middle, end), ...all.slice(from, middle))
  }
}
