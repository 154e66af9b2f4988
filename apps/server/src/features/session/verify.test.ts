import { expect, it, vi } from 'vitest'
import { hashSecret, verifySecret } from './hash.ts'
import { fits } from './verify.ts'

vi.mock('./hash.ts', async (original) => {
  const real = await original<typeof import('./hash.ts')>()
  return { hashSecret: real.hashSecret, verifySecret: vi.fn(real.verifySecret) }
})

it('costs one hash of the same price, whether there is anybody or not', async () => {
  const hashed = await hashSecret('үш кішкене сөз')
  const costOf = (hash: string | undefined) => hash?.split('$').slice(1, 4)
  for (const given of [hashed, null, undefined]) {
    vi.mocked(verifySecret).mockClear()
    expect(await fits(given, 'not it')).toBe(false)
    expect(verifySecret).toHaveBeenCalledOnce()
    expect(costOf(vi.mocked(verifySecret).mock.calls[0]?.[0])).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1'])
  }
  expect(await fits(hashed, 'үш кішкене сөз')).toBe(true)
})

it('never lets in by the hash that is nobody’s', async () => {
  expect(await fits(null, 'nobody signs in with this')).toBe(false)
})
