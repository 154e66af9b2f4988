import { taskTitleMax } from '@sheber/contract/plain'
import { expect, it } from 'vitest'
import { taskOf } from './from-note.ts'

it('takes the first line of a sheet for what is to be done, and keeps the rest beside it', () => {
  expect(taskOf('  Купить   клей\n')).toEqual({ title: 'Купить клей', words: 'Купить   клей' })
  expect(taskOf('Клей')).toEqual({ title: 'Клей', words: '' })
  expect(taskOf('Клей\nПВА, два тюбика')).toEqual({ title: 'Клей', words: 'Клей\nПВА, два тюбика' })
  const long = taskOf('ұ'.repeat(300))
  expect([long?.title.length, long?.words.length]).toEqual([taskTitleMax, 300])
  expect([taskOf(''), taskOf(' \n ')]).toEqual([null, null])
})
