import type ru from './words.ru.ts'

export default {
  title: 'Your work that is not in your portfolio yet',
  why: 'Counted by the history of your teams’ boards. Nothing gets into a portfolio by itself: you decide.',
  hands: (mine: number, things: number) => `You had hands in ${mine} of ${things}`,
  take: 'Take into my portfolio',
  takeOf: (title: string) => `Take into my portfolio: ${title}`,
  takeWhy: 'You get a record with the board as it is now. You can write more and link it to competencies.',
  no: 'No, thanks',
  noOf: (title: string) => `No, thanks: ${title}`,
  declined: (title: string) => `“${title}” will not be offered again.`,
  undo: 'Undo',
  silence: 'The server cannot be reached. Nothing is lost; try again.',
  closed: 'The portfolio cannot be written in now. Load the page again and try once more.',
} satisfies typeof ru
