import type ru from './words.ru.ts'

export default {
  here: 'Who is on the board',
  alone: 'You are here alone now. The others see the board when they come.',
  you: 'you',
  follow: (name: string) => `Follow ${name}`,
  following: (name: string) => `You follow ${name}`,
  stop: 'Stop',
  gather: 'Bring everybody to me',
  gathered: 'Everybody has been called',
  calls: (name: string) => `${name} calls you to look`,
  go: 'Go',
  later: 'Not now',
  reactions: 'Show everybody',
  reaction: { thumb: 'In favour', heart: 'Love it', bulb: 'An idea', hand: 'May I speak', question: 'I do not follow', party: 'It worked' },
  close: 'Close',
} satisfies typeof ru
