/** Every number the engine decides by, with its unit. A test may hand in smaller ones. */
export interface Limits {
  /** One message on the wire. */
  readonly frameBytesMax: number
  /** One document, as it would be sent to a newcomer. Deleting is allowed above it. */
  readonly documentBytesMax: number
  /** Connections to one room. */
  readonly peersMax: number
  /** One awareness state, as JSON. */
  readonly awarenessBytesMax: number
  readonly awarenessDepthMax: number
  /** Above so many people in a room, cursors are told at most every `crowdCursorMs`. */
  readonly crowd: number
  readonly crowdCursorMs: number
  /** How often cursors are told, at most. */
  readonly cursorMs: number
  /** What happens within so long is one frame. */
  readonly turnMs: number
  /** Client ids that one connection may speak for: the tabs of one browser share nothing. */
  readonly clientsPerPeerMax: number
  /** In a frozen room each is a copy of the document; who brings more comes again on another connection. */
  readonly triesAsideMax: number
  /** A change that waited less was not made offline: it was on its way. */
  readonly offlineMsMin: number
  /** How long ago work may be said to have been done offline. */
  readonly offlineMsMax: number
  /** Types within types. Deleting a deep nest would overflow the stack of every browser. */
  readonly nestingMax: number
  readonly rootsMax: number
  readonly rootNameLettersMax: number
  /** Values within values, in a JSON or an any. */
  readonly valueDepthMax: number
  /** Words of one room that wait for the log. */
  readonly backlogBytesMax: number
  /** One commit of the log, over all rooms. */
  readonly commitBytesMax: number
  readonly commitRowsMax: number
  /** Tries of one commit before its rooms are closed, the pause doubling from the first. */
  readonly commitTriesMax: number
  readonly commitPauseMs: number
  /** From the beginning of one commit to the next, at least: rows that come together cost the database once. */
  readonly commitEveryMs: number
  /** Log rows after which a settled room is stored as a whole. */
  readonly rowsBeforeCompaction: number
  /** The same, when everybody has left a room in which nobody wrote. */
  readonly rowsBeforeRest: number
  /** Nobody wrote for so long: the live document is laid down to its bytes. */
  readonly restMs: number
  /** A room nobody looks at stays open this long. */
  readonly quietMsMax: number
  /** How often the one sweep goes round. A peer that heard nothing since the last one gets a beat. */
  readonly sweepMs: number
  /** What another process said of its peers is forgotten when it was not said again for so long; browsers renew every 15 s. */
  readonly presenceMsMax: number
  /** Frames kept while a room is being read again. */
  readonly waitingFramesMax: number
}

export const limits: Limits = {
  frameBytesMax: 1_048_576,
  documentBytesMax: 8_388_608,
  peersMax: 200,
  awarenessBytesMax: 8_192,
  awarenessDepthMax: 4,
  crowd: 20,
  crowdCursorMs: 60,
  cursorMs: 40,
  turnMs: 7,
  clientsPerPeerMax: 4,
  triesAsideMax: 4,
  offlineMsMin: 60_000,
  offlineMsMax: 7_776_000_000,
  nestingMax: 64,
  rootsMax: 64,
  rootNameLettersMax: 256,
  valueDepthMax: 32,
  backlogBytesMax: 16_777_216,
  commitBytesMax: 4_194_304,
  commitRowsMax: 1_000,
  commitTriesMax: 4,
  commitPauseMs: 100,
  commitEveryMs: 30,
  rowsBeforeCompaction: 500,
  rowsBeforeRest: 50,
  restMs: 60_000,
  quietMsMax: 30_000,
  sweepMs: 5_000,
  presenceMsMax: 35_000,
  waitingFramesMax: 1_000,
}

/** Why a connection was closed; the same numbers mean the same in the browser. */
export const closes = {
  tooLarge: 1009,
  restart: 1012,
  tryLater: 1013,
  badFrame: 4400,
  signedOut: 4401,
  noRight: 4403,
  unknownRoom: 4404,
  slow: 4408,
  otherLineage: 4409,
  outdated: 4410,
} as const
