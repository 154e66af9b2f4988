import type ru from './words.ru.ts'

export default {
  kept: 'What you wrote offline came when the board was frozen. It is kept for you alone.',
  look: 'Look',
  looking: 'So the board would look with what you wrote offline',
  take: 'Put it on the board',
  later: 'You can put it on the board when it goes on.',
  taken: 'Done: what you wrote offline is on the board now.',
  drop: 'Not needed',
  dropped: 'Laid down. The board stays as it is. Later you can bring it back from the versions of the board.',
  down: 'You laid down what you wrote offline and what came too late for the frozen board.',
  back: 'Bring it back',
} satisfies typeof ru
