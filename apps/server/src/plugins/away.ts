/** What Postgres and the network say while the database restarts, refuses or is gone. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53100', // disk_full
  '53300', // too_many_connections
  '40001', // serialization_failure
  '40P01', // deadlock_detected
])

const awayWords =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|after calling end on the pool/i

/** Is this the database being away, however deeply it is wrapped? Then a later try may well succeed. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  const says = typeof code === 'string' && (awayCodes.has(code) || code.startsWith('08'))
  return says || awayWords.test(error.message) || isAway(error.cause)
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ((error as { code?: unknown }).code ?? codeOf(error.cause)) : undefined

/** Text that Postgres cannot hold, such as a zero byte in a search word: the sender's fault, not ours. */
export const isUnstorable = (error: unknown): boolean => ['22021', '22P05'].includes(String(codeOf(error)))
