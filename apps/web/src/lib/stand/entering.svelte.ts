import type { Entry, Stand, stand } from '@sheber/contract/stand'
import { ask, Refused } from '#lib/api.ts'
import { isSame, mergeEntry } from './merge.ts'

const quietMs = 800
const againMs = 5_000

const copyOf = (entry: Entry): Entry => JSON.parse(JSON.stringify(entry)) as Entry

/** An entry in its team's hands: saved as one goes, beside whoever else of the team writes in it. */
export class Entering {
  stand = $state.raw<Stand>() as Stand
  entry = $state<Entry>() as Entry
  saving = $state<'saved' | 'saving' | 'unsaved'>('saved')
  /** Two have written in one place: nobody's words go until somebody has chosen. */
  clash = $state(false)
  /** What the server said against it. */
  trouble = $state('')
  /** … by its code. */
  refused = $state('')
  #base: Entry
  /** On its way. */
  #sent: Entry | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #under: Promise<void> | null = null

  constructor(one: Stand) {
    this.stand = one
    this.#base = one.entry
    this.entry = copyOf(one.entry)
  }

  get isDirty(): boolean {
    return !isSame($state.snapshot(this.entry), this.#base)
  }

  /** The stand as the server has it now, whatever stands on the screen. */
  take(one: Stand): void {
    if (one.revision < this.stand.revision) return
    // The news of what was sent may be quicker than its answer: one's own words are nobody else's, whatever was typed since.
    const base = this.#sent && isSame(this.#sent, one.entry) ? this.#sent : this.#base
    const { entry, clash } = mergeEntry(base, $state.snapshot(this.entry), one.entry)
    this.stand = one
    this.#base = one.entry
    if (clash) this.clash = true
    if (JSON.stringify(entry) !== JSON.stringify($state.snapshot(this.entry))) this.entry = copyOf(entry)
  }

  /** Called with every change on the screen. */
  touch(): void {
    if (!this.isDirty || this.clash) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), quietMs)
  }

  /** At once. True: everything is with the server. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#under
    if (!this.isDirty || this.clash) return !this.isDirty
    this.saving = 'saving'
    this.#under = this.#send().finally(() => (this.#under = null))
    await this.#under
    return !this.isDirty
  }

  async #send(): Promise<void> {
    const sent = $state.snapshot(this.entry) as Entry
    this.#sent = sent
    const params = { standId: this.stand.id }
    try {
      const body = { entry: sent, revision: this.stand.revision }
      const saved = await ask<typeof stand.change>(fetch, 'PATCH', '/api/stand/:standId', { params, body })
      // What was typed meanwhile is compared with what was sent, not with what comes back cleaned.
      this.#base = sent
      this.take(saved)
      this.trouble = ''
      this.refused = ''
      this.saving = 'saved'
      this.touch()
    } catch (why) {
      if (!(why instanceof Refused)) throw why
      this.saving = 'unsaved'
      if (why.problem.code === 'stand-changed') {
        this.take(await ask<typeof stand.look>(fetch, 'GET', '/api/stand/:standId', { params }))
        this.saving = this.isDirty ? 'unsaved' : 'saved'
        return this.touch()
      }
      this.trouble = why.problem.message
      this.refused = why.problem.code
      // No road to the server is a matter of waiting; a no is not.
      if (why.status === 0 || why.status >= 500) this.#timer = setTimeout(() => void this.save(), againMs)
    } finally {
      this.#sent = null
    }
  }

  keepMine(): void {
    this.clash = false
    void this.save()
  }
  takeTheirs(): void {
    this.clash = false
    this.entry = copyOf(this.#base)
    this.saving = 'saved'
  }
  stop(): void {
    clearTimeout(this.#timer)
  }
}
