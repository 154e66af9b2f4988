import door from './door.en.ts'
import { counter } from '#lib/words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')

export default {
  ...door,
  why: 'What pupils of your school have made at the centre, and mentors have confirmed. You can accept it for a topic of yours.',
  none: 'Nothing is confirmed yet',
  noneWhy: 'It will stand here as soon as a mentor confirms work of a pupil of your school.',
  find: 'Name of the pupil',
  show: 'Show',
  shown: (n) => count(n, { one: '# result', other: '# results' }),
  confirmed: (by, day) => `Confirmed by ${by}, ${day}`,
  goals: 'Linked goals of the school',
  noGoals: 'This competency is linked to no goal of your school: it can be accepted for a topic.',
  toFrameworks: 'Link goals of the school with the framework of the centre',
  goal: 'Goal of the school',
  noGoal: 'No goal, the topic alone',
  accept: 'Accept',
  byTopic: 'Accept for a topic',
  taken: (whose, topic) => `${whose}: accepted for “${topic}”`,
  undo: 'Undo',
  topic: 'Topic',
  topicHint: 'As in the register, for instance: Algorithms, year 8',
  accepted: (topic, by, day) => `Accepted: ${topic} (${by}, ${day})`,
  withdraw: 'Withdraw',
  filter: { label: 'Which results', all: 'All', waiting: 'Still to accept' },
  allTaken: 'Everything is accepted',
  beside: 'Goals of the school beside the framework of the centre',
  open: 'Look at the work',
  frozen: (day) => `This is how it was handed in (${day}) and then confirmed. It may have changed since.`,
  reflection: 'The author’s thoughts',
  closed: 'This record is not open to the school',
  closedWhy: 'Its authors say who may see a record. Ask for it to be opened to the school: the pupil finds that in the news.',
  ask: 'Ask to open it',
  asked: (day) => `You have asked: ${day}. Once the record is opened, the work stands here.`,
} satisfies typeof ru
