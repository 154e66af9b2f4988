import fastify from 'fastify'
import { expect, it } from 'vitest'
import { inwards, isInside } from './pages.ts'

it('what is asked from inside is known to be from inside, whoever waits for it and from where', async () => {
  const app = fastify()
  app.get('/where', () => ({ inside: isInside() }))
  await app.ready()
  const ask = inwards(app, { ip: '127.0.0.1' })
  // Out of a microtask: there, what is waited for sets out at once, and not a tick later.
  const answers = await Promise.resolve().then(async () => [await ask({ url: '/where' }), await ask({ url: '/where' })])
  expect(answers.map((one) => one.json<{ inside: boolean }>().inside)).toEqual([true, true])
  expect((await app.inject({ url: '/where' })).json()).toEqual({ inside: false })
  await app.close()
})
