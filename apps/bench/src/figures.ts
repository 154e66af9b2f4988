/** What is told of a scenario, in this order. */
interface Told {
  readonly title: string
  readonly unit: string
  /** Which way is good; null where it only explains the others. */
  readonly better: 'less' | 'more' | null
}

/** Promised in latest.json; the others are for whoever reads the table. */
export const promisedKeys = [
  'cpuMsPer1k',
  'p95Ms',
  'bytesPerEdit',
  'deliveredPerCpuSecond',
  'fullMs',
  'kbPerConnection',
  'seen',
  'seenLost',
  'acknowledgedLost',
  'savedP95Ms',
  'allSyncedMs',
] as const

export const told: Readonly<Record<string, Told>> = {
  cpuMsPer1k: { title: 'CPU per 1,000 deliveries, database included', unit: 'ms', better: 'less' },
  deliveredPerCpuSecond: { title: 'deliveries per CPU second', unit: '', better: 'more' },
  p95Ms: { title: 'edit seen by the others, p95', unit: 'ms', better: 'less' },
  cursorP95Ms: { title: 'cursor seen by the others, p95', unit: 'ms', better: 'less' },
  cursorsSeenPercent: { title: 'cursor states that arrived', unit: '%', better: null },
  bytesPerEdit: { title: 'on the wire per edit, all clients', unit: 'B', better: 'less' },
  savedP95Ms: { title: 'receipt after the commit, p95', unit: 'ms', better: 'less' },
  editsMissing: { title: 'edits that did not arrive', unit: '', better: null },
  editsPerSecond: { title: 'edits a second there', unit: '', better: 'more' },
  fullMs: { title: 'whole text after a restart', unit: 'ms', better: 'less' },
  syncedEmpty: { title: 'told synced before it was there', unit: 'times', better: null },
  warmFullMs: { title: 'whole text from the running server', unit: 'ms', better: 'less' },
  durableMs: { title: 'in the database after the last edit', unit: 'ms', better: 'less' },
  kbPerConnection: { title: 'resident memory per connection', unit: 'kB', better: 'less' },
  residentEmptyMb: { title: 'resident, fresh', unit: 'MB', better: null },
  residentFullMb: { title: 'resident, with all', unit: 'MB', better: null },
  seen: { title: 'edits that others had seen', unit: '', better: null },
  seenLost: { title: 'of these lost', unit: '', better: null },
  seenLostPercent: { title: 'lost of what others had seen', unit: '%', better: null },
  acknowledged: { title: 'edits called saved', unit: '', better: null },
  acknowledgedLost: { title: 'of these lost', unit: '', better: null },
  kills: { title: 'kills', unit: '', better: null },
  allSyncedMs: { title: 'from up to all synced', unit: 'ms', better: 'less' },
  stopMs: { title: 'from SIGTERM to the end', unit: 'ms', better: null },
  startMs: { title: 'from the start to the first answer', unit: 'ms', better: null },
  downToSyncedMs: { title: 'from SIGTERM to all synced', unit: 'ms', better: 'less' },
  serverCpuMs: { title: 'CPU of server and database', unit: 'ms', better: 'less' },
  serverCpuPercent: { title: 'core of server and database', unit: '%', better: null },
  databaseCpuPercent: { title: 'of it the database', unit: '%', better: null },
  foreignCpuPercent: { title: 'that core used by others', unit: '%', better: null },
  loadCpuPercent: { title: 'core of the load', unit: '%', better: null },
}
