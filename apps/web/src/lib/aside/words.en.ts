import type ru from './words.ru.ts'

export default {
  kept: 'What you wrote offline came when the board was frozen. It is kept for you alone.',
  look: 'Look',
  looking: 'So the board would look with what you wrote offline',
  take: 'Put it on the board',
  later: 'You can put it on the board when it goes on.',
  taken: 'Done: what you wrote offline is on the board now.',
  drop: 'Not needed',
  dropAsk: 'It will be offered no more.',
  dropYes: 'Lay it down',
  dropped: 'Laid down. The board stays as it is.',
} satisfies typeof ru
