import { consent } from '@sheber/contract/consent'
import { createWorld } from '@sheber/dev-env/world'
import { expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

it('is recorded once, holds within its days, and is withdrawn for good', async () => {
  await using world = await createWorld()
  const params = { personId: world.person('aigerim').id }
  const madina = world.as('madina')
  const today = world.clock.now().toISOString().slice(0, 10)
  const body = { id: newId(), scope: 'work' as const, guardian: 'Сәуле Ж.', from: today, until: null }
  await madina.ask(consent.record, { params, body })
  const [one, ...more] = await madina.ask(consent.record, { params, body })
  expect(more).toEqual([])
  expect(one).toMatchObject({
    scope: 'work',
    guardian: 'Сәуле Ж.',
    recordedBy: world.person('madina').name,
    holds: true,
    withdrawnAt: null,
  })

  const asked = { params: { ...params, consentId: body.id } }
  await world.as('botagoz').ask(consent.withdraw, asked)
  const [gone] = await madina.ask(consent.withdraw, asked)
  expect(gone).toMatchObject({ holds: false, withdrawnAt: world.clock.now().toISOString() })
})

it('is not taken for days that are over, nor for an adult', async () => {
  await using world = await createWorld()
  const body = { id: newId(), scope: 'name' as const, guardian: 'Сәуле Ж.', from: '2020-01-01', until: '2020-12-31' }
  const record = (who: 'aigerim' | 'yerlan', more = {}) =>
    world.as('botagoz').ask(consent.record, { params: { personId: world.person(who).id }, body: { ...body, ...more } })
  await expect(record('aigerim')).rejects.toMatchObject({ code: 'consent-period' })
  await expect(record('aigerim', { from: '2020-02-30', until: null })).rejects.toMatchObject({ code: 'consent-period' })
  await expect(record('yerlan', { until: null })).rejects.toMatchObject({ code: 'consent-not-needed' })
})
