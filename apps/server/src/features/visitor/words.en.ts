import type ru from './words.ru.ts'

export default {
  title: 'For visitors',
  reactions: { like: 'I like it', wow: 'Wow', idea: 'I have an idea' },
  react: 'Reaction',
  vote: 'Give this stand my vote',
  voteWhy: (until) =>
    `Audience’s choice: one vote of each device. It can be moved to another stand until ${until}. Before that hour nobody sees who is ahead.`,
  ask: 'Your question to the team',
  askHint: 'Up to 500 letters. A teacher reads it first. Please write no names and no telephone numbers.',
  send: 'Ask',
  asked: 'Questions and answers',
  none: 'Nobody has asked yet. Be the first.',
  answer: 'The team answers',
  noAnswer: 'The team has not answered yet.',
  done: {
    reacted: 'Thank you!',
    asked: 'Your question was sent. It appears here once a teacher has read it.',
    voted: 'Your vote is with this stand now.',
  },
  not: 'That did not work',
  offline: 'There is no connection. Try again.',
  cookie: 'To count one vote of each device, a random number stays in your browser. It says nothing about you.',
} satisfies typeof ru
