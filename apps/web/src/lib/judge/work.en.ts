import { counter } from '../words/plural.ts'
import type ru from './work.ru.ts'

const count = counter('en')

export default {
  title: 'You are in the jury',
  why: 'Look at the work on your stands and give points by the criteria. It works without a network too: scores go out once there is one.',
  declare: 'First say whom of those taking part you know: the works open after that.',
  unassigned: 'No stands are yours yet. Once the organiser assigns some, they will be here.',
  left: (n) => count(n, { one: '# stand is left to score.', few: '# stands are left to score.', other: '# stands are left to score.' }),
  done: 'All your stands are scored. Thank you!',
  progress: (done, all) => `${done} of ${all} scored`,
  go: 'Go to judging',
  state: {
    draft: 'It is still being prepared.',
    call: 'Entries are taken: there is nothing to score yet.',
    moderation: 'Entries are being checked: there is nothing to score yet.',
    hall: 'The hall is open, judging has not begun.',
    judging: 'Judging is on.',
    deliberation: 'Judging is over, results are being worked out.',
    results: 'Results are out.',
    archived: 'It is in the archive.',
    cancelled: 'It was called off: there is nothing to score.',
    removed: 'It was removed.',
  },
} satisfies typeof ru
