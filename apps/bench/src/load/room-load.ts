import type { Target } from '../targets/target.ts'
import { Client, type Ears, type Seat } from './client.ts'
import { pace } from './crowd.ts'
import { Deliveries } from './deliveries.ts'
import { cursorsOf, rangesOf, remembering } from './message.ts'

/** Rooms full of people who write, point and are seen, with everything counted. */
export class RoomLoad {
  readonly clients: readonly Client[]
  readonly edits: Deliveries
  readonly cursors: Deliveries
  /** The log as a reader: an edit reaches it when its receipt comes. */
  readonly receipts = new Deliveries(1)

  constructor(target: Target, rooms: readonly (readonly Seat[])[]) {
    const audience = (rooms[0]?.length ?? 1) - 1
    this.edits = new Deliveries(audience)
    this.cursors = new Deliveries(audience)
    this.clients = rooms.flatMap((seats) => {
      const ears = this.#earsOfRoom()
      return seats.map((seat) => new Client(seat, target.dialect, ears))
    })
  }

  #earsOfRoom(): Ears {
    const readUpdate = remembering(rangesOf)
    const readCursors = remembering(cursorsOf)
    return {
      update: (client, update, at) => this.edits.heard(client.id, readUpdate(update), at),
      cursors: (client, states, at) => this.cursors.heard(client.id, readCursors(states), at),
      saved: (client, clock, at) => this.receipts.heard(0, [{ client: client.id, from: 0, to: clock }], at),
    }
  }

  get editBytes(): number {
    return this.clients.reduce((sum, { editBytes }) => sum + editBytes, 0)
  }

  /** Whom the server sent away, and why. */
  get closed(): string[] {
    return this.clients.flatMap(({ closedWith }) => closedWith ?? [])
  }

  openWindow(): void {
    for (const counted of [this.edits, this.cursors, this.receipts]) counted.openWindow()
  }
  closeWindow(): void {
    for (const counted of [this.edits, this.cursors, this.receipts]) counted.closeWindow()
  }

  typing(perSecond: number, until: AbortSignal): Promise<void> {
    return this.#all(perSecond, until, (client) => {
      const at = performance.now()
      const clock = client.type()
      this.edits.wrote(client.id, clock, at)
      this.receipts.wrote(client.id, clock, at)
    })
  }

  pointing(perSecond: number, until: AbortSignal): Promise<void> {
    return this.#all(perSecond, until, (client) => {
      const at = performance.now()
      this.cursors.wrote(client.id, client.point(), at)
    })
  }

  #all(perSecond: number, until: AbortSignal, act: (client: Client) => void): Promise<void> {
    return pace(
      this.clients.length,
      perSecond,
      (hand) => {
        const client = this.clients[hand]
        if (client?.isOpen) act(client)
      },
      until,
    )
  }
}
