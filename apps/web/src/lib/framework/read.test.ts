import { tableOf } from '@sheber/domain/case-table'
import { levelTableOf } from '@sheber/domain/level-table'
import { expect, it } from 'vitest'
import { csvOf } from '../csv.ts'
import { LevelsAlone, readFiles } from './read.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const said = (ru: string) => ({ kk: '', ru, en: '' })
const levels = [1, 2].map((n) => ({ id: uuid(100 + n), title: said(`-уровень ${n}`), text: said('два\nряда, "в кавычках"') }))
const competencies = [
  { parentId: null, descriptors: [] },
  { parentId: uuid(1), descriptors: [{ levelId: uuid(102), text: said('=сам') }] },
].map((one, n) => ({ ...one, id: uuid(n + 1), code: `C${n + 1}`, title: said(`цель ${n}`), retired: false, replacedBy: null }))
const draft = {
  ...{ title: said('Рамка'), description: said(''), version: '', rollup: 'latest' as const, licence: '', attribution: '' },
  ...{ levels, competencies, links: [] },
}
const file = (name: string, rows: string[][]) => new File([csvOf(rows, ',')], name)
const sheet = file('Рамка.csv', tableOf(draft, 'ru'))
const ofLevels = file('Рамка - уровни.csv', levelTableOf(draft))

it.each([
  ['first', [sheet, ofLevels]],
  ['last', [ofLevels, sheet]],
])('a framework comes back whole from its two tables, with the sheet %s', async (_, files) => {
  const back = await readFiles(files, 'ru')
  expect(back?.draft).toEqual(draft)
  expect(back?.notes).toEqual([])
})

it('a table of levels alone says what is missing', () => expect(readFiles([ofLevels], 'ru')).rejects.toThrow(LevelsAlone))

it('a sheet alone is a framework without levels', async () => expect((await readFiles([sheet], 'ru'))?.draft.levels).toEqual([]))
