import { describe, expect, it } from 'vitest'
import { refusals, refuse, Refusal, type RefusalCode } from './refusal.ts'
import { routes } from './routes.ts'
import { languages } from './words.ts'

const all = Object.entries(refusals) as [RefusalCode, (typeof refusals)[RefusalCode]][]
const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(all)('%s', (_, refusal) => {
  it.each(languages)('says in %s what happened and what to do', (language) => {
    const sentence = refusal[language]
    expect(sentence).toMatch(/^\p{Lu}.*[.]$/u)
    expect(sentence).not.toContain('!')
    expect(sentence.length).toBeLessThanOrEqual(160)
    expect(holes(sentence)).toEqual(holes(refusal.ru))
  })

  it('is written in three alphabets, none of them left over from another', () => {
    expect(refusal.en).not.toMatch(/[а-я]/i)
    expect(refusal.ru).not.toMatch(/[әғқңөұүһі]/i)
    expect(new Set([refusal.kk, refusal.ru, refusal.en]).size).toBe(3)
  })

  it('has a status of refusal', () => expect(refusal.status).toBeGreaterThanOrEqual(400))
})

it('is thrown with its code and what fills the sentence', () => {
  const thrown = (() => {
    try {
      return refuse('locked-out', { minutes: 4 })
    } catch (error) {
      return error
    }
  })()
  expect(thrown).toBeInstanceOf(Refusal)
  expect(thrown).toMatchObject({ code: 'locked-out', with: { minutes: 4 } })
})

it('is promised by routes only where it is known', () => {
  for (const { refusals: promised = [] } of routes) for (const code of promised) expect(Object.keys(refusals)).toContain(code)
})
