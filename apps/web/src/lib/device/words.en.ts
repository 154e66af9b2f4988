import { ended } from '@sheber/document/sentence'
import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const changes = (n: number) => count(n, { one: '# change', other: '# changes' })

export default {
  since: (when: string) => `The oldest change: ${when}.`,
  file: {
    save: 'Save to a file',
    open: 'Open a file',
    why: 'A .sheber file can be carried to where the internet is, and opened on this same page under your own name.',
    name: (day: string) => `Work ${day}`,
    saved: 'The file is in your downloads.',
    opened: 'The work from the file is here now.',
    failed: 'The file could not be read. Try once more.',
    refused: {
      'not-parcel': 'This is not a file of Sheber. Its name ends in .sheber.',
      newer: 'The file was made with a newer version. Reload the page and open it again.',
      damaged: 'The file is damaged. Copy it again from the computer where it was saved.',
      'other-room': 'This file is from another board or another portfolio. Open it there.',
      'other-lineage': 'The file is older than the copy that this work was restored from. Keep it and show it to your teacher.',
      'other-person': (name: string) => `The file holds somebody else’s work: ${ended(name)} Open it signed in under that name.`,
    },
  },
  leave: {
    title: 'This computer',
    why: 'The browser keeps your boards and portfolios, so that you can work without the internet. From a shared computer leave like this: you are signed out, and your work stays on the server alone.',
    go: 'Leave this computer',
    unsent: (n: number) => `Not on the server yet: ${changes(n)}. If you leave now, they are lost.`,
    files: (n: number) =>
      `Not on the server yet: ${count(n, { one: '# file', other: '# files' })}. Open the board with the internet on, and they go by themselves.`,
    how: 'Open the board while the internet is on and everything goes by itself. Or save the work to a file.',
    board: (n: number, when: string) => `Board, ${changes(n)}${when && `, ${when}`}`,
    portfolio: (n: number, when: string) => `Portfolio, ${changes(n)}${when && `, ${when}`}`,
    notebook: (n: number, when: string) => `Notebook page, ${changes(n)}${when && `, ${when}`}`,
    tasks: (n: number) => `Tasks of a project, ${changes(n)}`,
    tasksHow: 'Open the tasks while the internet is on and everything goes by itself.',
    review: 'A review that was begun',
    reviewsHow: 'A review that was begun lies only here: open it and send it.',
    scores: (n: number) => `Scores of a jury, not sent: ${n}`,
    scoresHow: 'The scores lie only here: open them while the internet is on, finish those that were begun and send them.',
    anyway: 'Erase and leave',
    failed: 'It could not be erased. Close the other tabs of Sheber and try again.',
  },
} satisfies typeof ru
