import type ru from './words.ru.ts'

export default {
  made: 'A model, a device, a program, a drawing',
  tested: 'Tried, measured, mended',
  presented: 'Shown to others: a talk, an exhibition',
  helped: 'Taught, advised, supported',
  learned: 'A course, a book, a new technique',
  probe: 'Tried a profession at work',
} satisfies typeof ru
