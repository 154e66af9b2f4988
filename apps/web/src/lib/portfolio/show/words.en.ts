import type ru from './words.ru.ts'

export default {
  title: 'Show in portfolio',
  where: 'In whose portfolio',
  mine: 'My portfolio',
  team: (name: string) => `Portfolio of the team “${name}”`,
  of: (name: string) => `Portfolio: ${name}`,
  record: 'In which record',
  fresh: 'In a new record',
  name: 'Title of the record',
  untitled: 'Untitled',
  why: 'What is selected is remembered as it is now. The board can go on changing: the record shows both.',
  go: 'Show',
  goLinked: 'Show and link',
  done: (title: string) => `It is in the portfolio now, in the record “${title}”.`,
  open: 'Open the record',
  unsaved: 'The last changes of the board are not saved yet. Wait a moment and press again.',
  silence: 'The portfolio does not answer. Everything on the board is safe. Check the network and press again.',
  closed: 'You may no longer write in this portfolio. Choose another one.',
} satisfies typeof ru
