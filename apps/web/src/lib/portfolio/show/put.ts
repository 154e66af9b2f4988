import { addPiece, addRecord, openPortfolio, portfolioVersion, type NewPiece, type NewRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { openRoom } from '#lib/room.svelte.ts'

/** What may go wrong and has words of its own. */
export class PutTrouble extends Error {
  readonly trouble: 'silence' | 'closed'
  constructor(trouble: PutTrouble['trouble']) {
    super(trouble)
    this.trouble = trouble
  }
}

const patienceMs = 15_000

interface Put {
  readonly portfolioId: string
  readonly me: { readonly id: string; readonly name: string }
  /** Made where it is not there yet. */
  readonly record: NewRecord
  readonly piece: NewPiece
}

const within = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, refuse) => (timer = setTimeout(() => refuse(new PutTrouble('silence')), ms)))
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Writes a piece into a record by the hand of whoever is here, and returns once the server has it. What is put twice under the
 * same names is there once, so that whoever was cut off may press again. @throws {PutTrouble}
 */
export const put = async ({ portfolioId, me, record, piece }: Put): Promise<void> => {
  const room = openRoom({ name: portfolioRoom(portfolioId), person: me, may: 'write', schema: portfolioVersion })
  try {
    const until = Date.now() + patienceMs
    while (room.closedFor === null && !(room.ready && room.live)) {
      if (Date.now() > until) throw new PutTrouble('silence')
      await new Promise((again) => setTimeout(again, 50))
    }
    if (room.closedFor !== null || room.right !== 'write') throw new PutTrouble('closed')
    const portfolio = openPortfolio(room.doc)
    addRecord(portfolio, record, { by: me.id, at: Date.now() })
    addPiece(portfolio, record.id, piece)
    await within(room.settled(), patienceMs)
  } finally {
    room.close()
  }
}
