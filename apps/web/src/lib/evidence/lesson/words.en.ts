import { counter } from '#lib/words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')

export default {
  title: 'Link a lesson for the whole group',
  why: 'A record with this title and these competencies appears in each portfolio. The learner and the group see it.',
  name: 'What was done in the lesson',
  day: 'Day',
  people: 'Who was there',
  kind: 'What it was',
  file: 'Add a picture or a file',
  noFile: 'Take it away',
  fileWhy: 'One for all: it lies in the record of each.',
  own: 'Whose level is another one',
  undo: 'Undo',
  undone: 'Undone: the records lie among the removed ones.',
  was: (title) => `Recorded: “${title}”.`,
  undoneSome: (n) => `Records removed: ${n}. The others were judged, handed in or added to since, and stay.`,
  done: (n: number) => count(n, { one: 'Written into # portfolio.', other: 'Written into # portfolios.' }),
} satisfies typeof ru
