import { describe, expect, it } from 'vitest'
import { sitePath } from './way.ts'

describe('the way back after signing in', () => {
  it.each(['/work', '/project/8jv5h2k17q17m69f4tbf?tab=board', '/'])('stays on this site: %s', (to) => {
    expect(sitePath(to)).toBe(to)
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'work',
    '',
    null,
  ])('never leads elsewhere: %j', (to) => {
    expect(sitePath(to)).toBeNull()
  })
})
