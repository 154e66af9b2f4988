import type ru from './words.ru.ts'

export default {
  title: 'Consents of the guardian',
  why: 'Recorded from the signed paper. Without them the work of the child is seen only inside.',
  none: 'There is no consent: nothing is shown in public.',
  scope: {
    work: 'Show the work to everybody',
    name: 'Show the name beside the work',
    picture: 'Show pictures and videos in which the child is seen',
    school: 'Name the school beside the name',
  },
  missing: 'This consent is missing, so the public does not see:',
  lacks: { work: 'the work', name: 'the name', picture: 'pictures and videos with the child', school: 'the name of the school' },
  what: 'What was agreed to',
  guardian: 'Who signed',
  from: 'From which day',
  until: 'Until which day (empty: until withdrawn)',
  record: 'Record the consent',
  withdraw: 'Withdraw',
  withdrawWhy: 'Public pages close at once. It stays known that there was a consent.',
  holds: 'holds',
  ahead: 'has not begun yet',
  over: 'is over',
  withdrawn: (day) => `withdrawn on ${day}`,
  since: (day) => `since ${day}`,
  paper: (guardian, period) => `${guardian}, ${period}.`,
  recorded: (by, day) => `Recorded by ${by} on ${day}.`,
} satisfies typeof ru
