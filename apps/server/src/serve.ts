import type { Asked, Reply, Route } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import type { RouteName } from '@sheber/contract/routes'
import { type Language, Nothing } from '@sheber/contract/words'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What an answer is given: the validated parts of the request and the person behind it. */
export type Ask<R extends Route> = Asked<R> & {
  readonly who: Who | null
  readonly language: Language
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface Answers<R extends Route> {
  /** Loads what the permission table is asked about; null: there is no such thing. Absent: `nothing`. */
  readonly about?: (asked: Ask<R>) => Promise<Thing | null> | Thing | null
  readonly answer: (asked: Ask<R>) => Promise<Reply<R>> | Reply<R>
}

/** Promise → Fastify. No handler runs before the permission table has said yes to it. */
export const serve = <const R extends Route & { name: RouteName }>(app: FastifyInstance, promise: R, answers: Answers<R>) => {
  app.route({
    method: promise.method,
    url: promise.path,
    ...(promise.bodyBytesMax && { bodyLimit: promise.bodyBytesMax }),
    schema: {
      operationId: promise.name,
      tags: [promise.name.split('.')[0] as string],
      ...(promise.params && { params: promise.params }),
      // A question that nobody reads is refused like a field that nobody reads.
      querystring: promise.query ?? Nothing,
      ...(promise.body && { body: promise.body }),
      response: { 200: promise.reply },
    },
    handler: async (request, reply) => {
      const { params, query, body, who, language } = request
      const asked = { params, query, body, who, language, request, reply } as unknown as Ask<R>
      const thing = answers.about ? await answers.about(asked) : ({ kind: 'nothing' } as const)
      // A guest learns nothing about what exists.
      if (who === null && !may(null, promise.name, thing ?? { kind: 'nothing' })) return refuse('sign-in-needed')
      if (thing === null) return refuse('not-found')
      if (!may(who, promise.name, thing)) return refuse('forbidden')
      return answers.answer(asked)
    },
  })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `plugins/who` before any handler runs. */
    who: Who | null
    language: Language
    /** The id of the session row, for signing out; null for a guest. */
    sessionId: string | null
  }
}
