/** What one connection may cost the process, with units. The engine has its own (`@sheber/sync/limits`). */
export interface SocketLimits {
  readonly socketsPerPersonMax: number
  /** From the first byte of the upgrade to the room. */
  readonly decideMsMax: number
  /** How often a connection is asked whether it lives; who has not answered by the next time is gone. */
  readonly beatMs: number
  /** A connection is asked about again after this long even if nothing was told: sign-ins run out silently. */
  readonly reaskMsMax: number
  /** Waiting in one socket: above the first, cursors are left out; above the second, it is closed and comes back. */
  readonly waitingBytesForCursors: number
  readonly waitingBytesMax: number
  readonly framesPerSecond: number
  readonly framesBurst: number
  readonly bytesPerSecond: number
  readonly bytesBurst: number
  /** A question over plain HTTP is answered with nothing after this long; browsers call 20 s of silence no connection. */
  readonly pollWaitMs: number
  /** Who polls no more for so long has left. */
  readonly pollSilenceMsMax: number
  /** Where only cursors wait, more are waited for: one answer costs as much as a hundred of them. */
  readonly pollCursorsMs: number
  /** One body with what a browser says. */
  readonly pollBodyBytesMax: number
}

export const socketLimits: SocketLimits = {
  socketsPerPersonMax: 20,
  decideMsMax: 10_000,
  beatMs: 25_000,
  reaskMsMax: 300_000,
  waitingBytesForCursors: 1_048_576,
  waitingBytesMax: 4_194_304,
  framesPerSecond: 1_000,
  framesBurst: 4_000,
  bytesPerSecond: 524_288,
  bytesBurst: 16_777_216,
  pollWaitMs: 12_000,
  pollSilenceMsMax: 40_000,
  pollCursorsMs: 100,
  pollBodyBytesMax: 4_194_304,
}
