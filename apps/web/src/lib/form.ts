import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit'
import { Refused, type Problem } from '#lib/api.ts'
import { loadWords } from '#lib/words/load.ts'

/** A posted form, read by name. */
export interface Form {
  /** Trimmed, `''` when the field is not there. */
  text(name: string): string
  /** As typed: a password may begin with a space. */
  raw(name: string): string
  /** Trimmed, undefined when empty: for the optional parts of a body. */
  maybe(name: string): string | undefined
  /** Every value of a name, for checkboxes. */
  all(name: string): string[]
}

/** What a page gets back when the answer was no: the sentence to show, and what was typed so that nothing is lost. */
// A type, not an interface: pages tell their own results from it by name.
export type Failure = {
  problem: Problem
  values: Record<string, string>
  lists: Record<string, string[]>
}

// Never sent back to a page, whatever the reason of the refusal.
const secret = /password|secret|pin|picture|^old$|^new$/i

const readForm = (data: FormData): Form => {
  const raw = (name: string) => String(data.get(name) ?? '')
  return {
    raw,
    text: (name) => raw(name).trim(),
    maybe: (name) => raw(name).trim() || undefined,
    all: (name) => data.getAll(name).map(String),
  }
}

/** Runs a form action: a refusal becomes a failure that the page can show; redirects and our own bugs pass. */
export const act = async <Result extends Record<string, unknown> | void>(
  event: RequestEvent,
  run: (form: Form) => Promise<Result>,
): Promise<Result | ActionFailure<Failure>> => {
  const data = await event.request.formData()
  try {
    return await run(readForm(data))
  } catch (no) {
    if (!(no instanceof Refused)) throw no
    const names = [...new Set(data.keys())].filter((name) => !secret.test(name))
    const values = Object.fromEntries(names.map((name) => [name, String(data.get(name))]))
    const lists = Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]))
    const status = no.status >= 400 ? no.status : 503
    const message = no.problem.message || (await loadWords(event.locals.language)).common.problem.unavailableWhy
    return fail(status, { problem: { ...no.problem, message }, values, lists })
  }
}

/** The sentence for one field when the server has named it: `fieldProblem(form, 'name', w.common.checkField)`. */
export const fieldProblem = (form: { problem?: Problem | undefined } | null | undefined, field: string, sentence: string) =>
  form?.problem?.fields?.includes(field) ? sentence : undefined
