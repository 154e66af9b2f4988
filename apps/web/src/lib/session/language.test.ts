import { describe, expect, it } from 'vitest'
import { resolveLanguage } from './language.ts'

const nobody = { cookie: undefined, person: undefined, accept: null, centre: undefined } as const

describe('the language of a page', () => {
  it('is Kazakh when nobody has said anything', () => {
    expect(resolveLanguage(nobody)).toBe('kk')
  })

  it('is the centre’s for a browser that asks for none of ours', () => {
    expect(resolveLanguage({ ...nobody, accept: 'de-DE,de;q=0.9', centre: 'ru' })).toBe('ru')
  })

  it('is what the browser wishes most, by weight and not by place', () => {
    expect(resolveLanguage({ ...nobody, accept: 'en;q=0.3,ru-RU;q=0.9,de', centre: 'kk' })).toBe('ru')
    expect(resolveLanguage({ ...nobody, accept: 'ru;q=0, en' })).toBe('en')
  })

  it('is the person’s own before the browser’s, and the device’s before both', () => {
    expect(resolveLanguage({ ...nobody, person: 'kk', accept: 'ru' })).toBe('kk')
    expect(resolveLanguage({ cookie: 'en', person: 'kk', accept: 'ru', centre: 'ru' })).toBe('en')
  })

  it('does not believe a cookie that names no language of ours', () => {
    expect(resolveLanguage({ ...nobody, cookie: '__proto__', accept: 'ru' })).toBe('ru')
  })
})
