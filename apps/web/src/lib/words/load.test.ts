import { expect, it } from 'vitest'
import { loadWords } from './load.ts'

it('leaves a page what it says, when a link to another is only pointed at', async () => {
  const here = await loadWords('ru', '/(app)/framework/[frameworkId]')
  await loadWords('ru', '/(app)/portfolio')
  expect(here.framework.form.title).toBe('Правка рамки')
})

it('brings what a page says besides to one that is shown already', async () => {
  const here = await loadWords('kk', '/(app)/portfolio')
  await loadWords('kk', '/(app)/framework')
  expect(here.framework.title).toBe('Құзыреттіліктер')
})
