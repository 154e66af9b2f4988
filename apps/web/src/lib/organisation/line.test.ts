import { expect, it } from 'vitest'
import { readLine } from './line.ts'

it.each([
  ['Айдана С.', { name: 'Айдана С.' }],
  ['  Айдана С.; 2012 ', { name: 'Айдана С.', birthYear: 2012 }],
  ['Айдана С.,2012', { name: 'Айдана С.', birthYear: 2012 }],
  ['Айдана С.\t2012', { name: 'Айдана С.', birthYear: 2012 }],
  ['Айдана С. 2012', { name: 'Айдана С.', birthYear: 2012 }],
  ['2012', { name: '2012' }],
  ['Айдана С. 12', { name: 'Айдана С. 12' }],
  ['Айдана С. 3012', { name: 'Айдана С. 3012' }],
])('reads %j', (line, read) => expect(readLine(line)).toEqual(read))
