import type { Told } from '@sheber/contract/facts'
import type { Topic } from '@sheber/contract/kit'
import type { Db } from '@sheber/db/open'
import { fact } from '@sheber/db/schema'
import { and, arrayContains, asc, gt, max } from 'drizzle-orm'
import { type Line, lineOf, toldOf } from './tail.ts'

/**
 * One socket's ear for one topic. It listens before it reads: what happens during the replay is not sent at once but
 * noted, and the replay goes on until it has caught up. So nothing is missed and nothing is sent twice.
 *
 *   log      1 2 3 4 5 | 6 7 | 8 9
 *   replay   ──────────▶ ────▶        reads on while live lines were noted
 *   live               note    ─────▶ sends, above the replayed position only
 */
export class Ear {
  readonly topic: Topic
  #sent: number
  #noted = 0
  #live = false
  #closed = false
  readonly #send: (told: Told) => void
  readonly #end: () => void

  /** `end` is called once, when nobody listens here any more. */
  constructor(topic: Topic, from: number, send: (told: Told) => void, end: () => void = () => {}) {
    this.topic = topic
    this.#sent = from
    this.#send = send
    this.#end = end
  }

  /** Its asker may hear it, and has caught up. */
  get live() {
    return this.#live && !this.#closed
  }

  get closed() {
    return this.#closed
  }

  close() {
    if (this.#closed) return
    this.#closed = true
    this.#end()
  }

  hear(line: Line) {
    if (this.#closed || line.position <= this.#sent) return
    if (!this.#live) this.#noted = Math.max(this.#noted, line.position)
    else this.#say(line)
  }

  /** Sends what the log holds above the asked position; afterwards live lines pass. */
  async replay(db: Db) {
    // After a restore from a backup the log may be shorter than what the browser has heard.
    const [newest] = await db.select({ position: max(fact.position) }).from(fact)
    this.#sent = Math.min(this.#sent, newest?.position ?? 0)
    do {
      for (let rows = await this.#after(db); rows.length > 0 && !this.#closed; rows = await this.#after(db)) {
        for (const row of rows) this.#say(lineOf(row))
      }
    } while (this.#noted > this.#sent && !this.#closed)
    this.#live = true
  }

  #after(db: Db) {
    return db
      .select()
      .from(fact)
      .where(and(gt(fact.position, this.#sent), arrayContains(fact.topics, [this.topic])))
      .orderBy(asc(fact.position))
      .limit(200)
  }

  #say(line: Line) {
    if (this.#closed || line.position <= this.#sent) return
    this.#sent = line.position
    this.#send(toldOf(line))
  }
}
