import AjvCompiler from '@fastify/ajv-compiler'
import SerializerSelector from '@fastify/fast-json-stringify-compiler'
import type { FastifyServerOptions } from 'fastify'

type Factories = Required<NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>>
type Validate = ((data: unknown) => boolean) & { errors?: unknown }
type Print = (data: unknown) => string

/** The same schema, the same thing made of it: no schema of ours names another by its id, so it says alone what it means. */
const kept = <T>() => {
  const all = new WeakMap<object, T>()
  return (schema: object, make: () => T): T => {
    const made = all.get(schema) ?? make()
    all.set(schema, made)
    return made
  }
}

// Both packages type their compilers as those of single schemas; Fastify hands them the route with it.
type Compile<T> = (route: { readonly schema: object }) => T
type Build<T> = (others: unknown, options: unknown) => Compile<T>
const buildChecks = AjvCompiler() as unknown as Build<Validate>
const buildPrints = SerializerSelector() as unknown as Build<Print>
const checks = kept<Validate>()
const prints = kept<Print>()

/**
 * What checks and what prints by a promise of the contract. Each is compiled when its route is first asked, so that a start does not wait
 * for three hundred of them, and once in a process, however many apps are built in it: tests build one for every world.
 */
const buildValidator: Build<Validate> = (others, options) => {
  const compile = buildChecks(others, options)
  return (route) => {
    const check: Validate = (data) => {
      const compiled = checks(route.schema, () => compile(route))
      const isFit = compiled(data)
      check.errors = compiled.errors
      return isFit
    }
    return check
  }
}

const buildSerializer: Build<Print> = (others, options) => {
  const compile = buildPrints(others, options)
  return (route) => (data) => prints(route.schema, () => compile(route))(data)
}

export const compilers = { buildValidator, buildSerializer } as unknown as Factories
