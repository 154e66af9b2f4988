import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { compilers } from './compilers.ts'

/** A schema that knows whether somebody has looked into it. */
const watched = (properties: object) => {
  let looks = 0
  const schema = Object.defineProperty({ type: 'object', required: Object.keys(properties), additionalProperties: false }, 'properties', {
    enumerable: true,
    get: () => {
      looks += 1
      return properties
    },
  })
  return { schema, looks: () => looks }
}

const appOf = async (body: object, reply: object) => {
  const app = Fastify({ schemaController: { compilersFactory: compilers } })
  app.post('/', { schema: { body, response: { 200: reply } } }, async () => ({ said: 'Көпір', secret: 'not promised' }))
  await app.ready()
  return app
}

it('compiles what is promised when it is first asked, and never again in this process', async () => {
  const [body, reply] = [watched({ n: { type: 'integer' } }), watched({ said: { type: 'string' } })]
  await using first = await appOf(body.schema, reply.schema)
  expect([body.looks(), reply.looks()]).toEqual([0, 0])
  expect((await first.inject({ method: 'POST', url: '/', payload: { n: 1 } })).json()).toEqual({ said: 'Көпір' })
  const looks = [body.looks(), reply.looks()]
  expect(Math.min(...looks)).toBeGreaterThan(0)

  await using second = await appOf(body.schema, reply.schema)
  expect((await second.inject({ method: 'POST', url: '/', payload: { n: 2 } })).json()).toEqual({ said: 'Көпір' })
  expect([body.looks(), reply.looks()]).toEqual(looks)
})

it('says what is wrong each time, and of this request alone', async () => {
  const { schema } = watched({ n: { type: 'integer', maximum: 9 } })
  await using app = await appOf(schema, watched({ said: { type: 'string' } }).schema)
  const says = async (payload: object) => (await app.inject({ method: 'POST', url: '/', payload })).json<{ message?: string }>().message
  expect(await says({ n: 'one' })).toBe('body/n must be integer')
  expect(await says({ n: 10 })).toBe('body/n must be <= 9')
  expect(await says({ n: 9 })).toBeUndefined()
  expect(await says({})).toBe("body must have required property 'n'")
})
