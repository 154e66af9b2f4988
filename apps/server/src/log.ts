import { type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard output. A request is named by id, method, route pattern, status and time, and by nothing of the person. */
export const openLog = (level: 'info' | 'warn' | 'error' | 'silent' = 'info'): Log =>
  pino(
    {
      level,
      base: null,
      // A second net under the rule that nobody logs these.
      redact: { paths: ['cookie', 'cookies', 'headers', 'body', 'name', 'login', 'password', 'secret', 'req', 'res'], remove: true },
      serializers: { err: plainError },
    },
    // Not within the request, and many lines at once: a write for each of two hundred visitors a second took as much of the thread as
    // their pages, and held up a class at work. What is left is written at exit, and with whatever is fatal.
    pino.destination({ dest: 1, sync: false, minLength: 8_192, periodicFlush: 250 }),
  )

const deepest = (error: unknown): unknown => (error instanceof Error && error.cause ? deepest(error.cause) : error)

/** A query's error carries its parameters in message and detail, and these are people's names: only the cause's own words are kept. */
const plainError = (error: unknown) => {
  const root = deepest(error)
  if (!(root instanceof Error)) return { kind: typeof root }
  const frames = (root.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { kind: root.name, code: (root as { code?: unknown }).code, message: root.message, stack: frames.join('\n') }
}
