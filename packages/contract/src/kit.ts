import type { Static, TObject, TSchema } from 'typebox'
import type { RefusalCode } from './refusal.ts'

/**
 * One promise between web and server, written once: Fastify validates by it, OpenAPI prints it,
 * the browser's call is typed by it, and the permission table has a row for its `name`.
 */
export interface Route {
  /** `<feature>.<verb>`; also the action that `domain/permission` is asked for. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Fastify's spelling, below /api: `/api/team/:teamId`. */
  readonly path: `/api/${string}`
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /** Where a body may be larger than most, in bytes. */
  readonly bodyBytesMax?: number
  readonly reply: TSchema
  /** Refusals of its own; the common ones (`input`, `forbidden`, …) go without saying. */
  readonly refusals?: readonly RefusalCode[]
}

export const route = <const R extends Route>(promise: R): R => promise

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R extends { readonly [P in K]: infer S extends TSchema }
  ? { [P in K]: Static<S> }
  : unknown

/** What a caller hands in: exactly the parts that the route names. */
export type Asked<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>
export type Reply<R extends Route> = Static<R['reply']>

/** Something that happened, past tense, never edited. Its topics say who may hear of it. */
export interface Fact<N extends string = string, S extends TSchema = TSchema> {
  readonly name: N
  readonly body: S
  readonly topics: (body: Static<S>) => readonly Topic[]
}

export type Topic =
  | `person:${string}`
  | `team:${string}`
  | `project:${string}`
  | `organisation:${string}`
  | `portfolio:${string}`
  | `exhibition:${string}`
  /** What a person has shown that they can do, wherever it was claimed: also heard by whoever stands for a child. */
  | `map:${string}`
  /** Of a portfolio, that somebody has written in it: no fact is told here, the bell of readers rings (`grown`). */
  | `record:${string}`

export const fact = <const N extends string, S extends TSchema>(
  name: N,
  body: S,
  topics: (body: Static<S>) => readonly Topic[],
): Fact<N, S> => ({ name, body, topics })
