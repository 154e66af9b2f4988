import type { File as SentFile } from '@sheber/contract/file'
import type { Language } from '@sheber/contract/words'

/** A file on its way from an entry to the shelf of its project's board; what takes files is fetched with the first one. */
export class Sending {
  name = $state('')
  /** Of a hundred. */
  percent = $state(0)
  waits = $state(false)
  trouble = $state('')
  /** What is to be known of a file that did come. */
  note = $state('')
  busy = $state(false)
  readonly #of: { readonly personId: string; readonly language: Language; readonly boardId: string }

  constructor(of: { readonly personId: string; readonly language: Language; readonly boardId: string }) {
    this.#of = of
  }

  /** Null: it did not come, and `trouble` says why. */
  async send(file: Blob & { readonly name?: string }): Promise<SentFile | null> {
    const { personId, language, boardId } = this.#of
    Object.assign(this, { name: file.name ?? '', percent: 0, waits: false, trouble: '', note: '', busy: true })
    const { openFiles, sentenceOf } = await import('#lib/file/index.ts')
    const files = await openFiles({ personId, language })
    try {
      return await files.sendFile({ boardId }, file, ({ sent, total, waits }) => {
        this.percent = total > 0 ? Math.floor((sent / total) * 100) : 0
        this.waits = waits
      })
    } catch (why) {
      this.trouble = sentenceOf(files.words, why)
      return null
    } finally {
      this.busy = false
    }
  }
}
