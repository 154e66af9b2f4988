import { ended } from '@sheber/document/sentence'
import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const things = (n: number) => count(n, { one: '# thing', other: '# things' })

export default {
  label: 'Crosshair on the board',
  hint: { down: 'Enter: put down', put: 'Enter: here', away: 'Esc: put away' },
  begin: (tool: string) =>
    `A crosshair is on the board. Tool: ${ended(tool)} Arrows lead it, with Shift further. Enter or Space puts the tool down and lifts it, Escape drops what was begun.`,
  put: (tool: string) =>
    `A crosshair is on the board. Tool: ${ended(tool)} Arrows lead it, with Shift further. Enter lays it here, Escape puts the tool away.`,
  down: 'Down.',
  drawn: 'Drawn.',
  laid: 'Done.',
  nothing: 'Nothing was touched.',
  erased: (n: number) => `Rubbed out: ${things(n)}.`,
  taken: (n: number) => `Chosen: ${things(n)}.`,
  dropped: 'What was begun is dropped.',
  over: (name: string) => `Here: ${name}`,
  paper: 'Clean paper',
  unknown: 'A thing from a newer version',
} satisfies typeof ru
