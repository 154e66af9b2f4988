import { expect, it } from 'vitest'
import { shortcuts } from '../core/keys.ts'
import { helpGroups } from './help.ts'
import { keysOf } from './shortcut.ts'

const shown: readonly string[] = Object.values(helpGroups).flat()

it('every key of the board stands in its help once, of the four ways one for all', () => {
  const standsFor = (name: string) => name.replace(/^(connect|walk)(Left|Up|Down)$/, '$1Right')
  expect(Object.keys(shortcuts).filter((name) => !shown.includes(standsFor(name)))).toEqual([])
  expect(new Set(shown).size).toBe(shown.length)
})

it('help names nothing that has no key', () => {
  expect(Object.values(helpGroups).flatMap((names) => names.filter((name) => keysOf(name).length === 0))).toEqual([])
})
