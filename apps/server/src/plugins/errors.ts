import { Refusal, type RefusalCode, refusals } from '@sheber/contract/refusal'
import type { Language } from '@sheber/contract/words'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isAway, isUnstorable } from './away.ts'
import { acceptedLanguage, chosenLanguage } from './language.ts'

/** The one form of every no, whoever says it. */
export interface Problem {
  code: RefusalCode
  /** In the reader's language. */
  message: string
  requestId: string
  /** Which fields were refused, by name; the first one found. */
  fields?: string[]
}

const fill = (sentence: string, fills: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(fills, name) ? String(fills[name]) : hole))

export const problemOf = (refusal: Refusal, language: Language, requestId: string, fields?: string[]): Problem => ({
  code: refusal.code,
  message: fill(refusals[refusal.code][language], refusal.with),
  requestId,
  ...(fields && fields.length > 0 && { fields }),
})

/** The name of the refused field. It may be the sender's own invention, so it is echoed only when it is a plain word. */
const fieldsOf = (error: FastifyError): string[] => {
  const [first] = error.validation ?? []
  if (!first) return []
  const { missingProperty, additionalProperties, additionalProperty } = first.params as Record<string, unknown>
  const name = missingProperty ?? additionalProperty ?? additionalProperties ?? first.instancePath.split('/')[1]
  const word = Array.isArray(name) ? name[0] : name
  return typeof word === 'string' && /^\w{1,40}$/.test(word) ? [word] : []
}

const byStatus = new Map<number, RefusalCode>([
  [404, 'not-found'],
  [413, 'too-large'],
  [414, 'too-large'],
  [415, 'unsupported-type'],
  [429, 'too-often'],
  [431, 'too-large'],
])

/** What was thrown, as a refusal. Only `internal` is our own fault. */
const refusalOf = (error: FastifyError | Refusal): Refusal => {
  if (error instanceof Refusal) return error
  // An id that cannot be one is told like an id that is nobody's.
  if (error.validation) return new Refusal(error.validationContext === 'params' ? 'not-found' : 'input')
  if (isAway(error)) return new Refusal('unavailable')
  if (isUnstorable(error)) return new Refusal('input')
  const status = error.statusCode ?? 500
  return new Refusal(status >= 400 && status < 500 ? (byStatus.get(status) ?? 'input') : 'internal')
}

/** Also where Fastify has no route yet: a malformed address. */
export const answerProblem = (error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) => {
  const refusal = refusalOf(error)
  if (refusal.code === 'internal') request.log.error({ err: error }, 'failed')
  const fields = 'validation' in error ? fieldsOf(error) : []
  // A malformed address is refused before anybody has looked for the language.
  const language = request.language ?? chosenLanguage(request.headers) ?? acceptedLanguage(request.headers) ?? 'kk'
  const problem = problemOf(refusal, language, request.id, fields)
  const minutes = refusal.with['minutes']
  if (typeof minutes === 'number') reply.header('retry-after', minutes * 60)
  return reply
    .code(refusals[refusal.code].status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

export const errors = (app: FastifyInstance) => {
  app.setErrorHandler<FastifyError | Refusal>(answerProblem)
}
