import type ru from './words.ru.ts'

export default {
  rail: 'More about the board',
  more: 'More',
  comments: 'Comments',
  outline: 'The board as a list',
  templates: 'Templates',
  beginPicture: 'Begin with a picture',
  beginTemplate: 'Begin with a template',
  open: 'Open a file on the board',
  sending: (n: number) => `Files on their way: ${n}`,
  waits: 'No network. The file goes when the network is back.',
  notCarried: (n: number) => `Not brought along: ${n} ${n === 1 ? 'file' : 'files'}. To be seen only on the board it was taken from.`,
  notHere: 'The file was not brought from the other board',
  pens: 'A pen is in use: a finger moves the paper.',
  fingers: 'Draw with a finger',
  alone: 'Pictures can be put on a board; keep other files with the project.',
  simpleNow: 'The board is simple now for everybody who does not lead it.',
  wholeNow: 'The board is whole again for everybody.',
} satisfies typeof ru
