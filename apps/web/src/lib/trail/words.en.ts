import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const rows = (n: number) => count(n, { one: '# line', other: '# lines' })

export default {
  title: 'Audit trail',
  why: 'Who decided what and when: about rules, entries, questions of visitors, scores and awards. Nothing here is edited or deleted, and each line is chained to those before it.',
  whole: (n) => `The trail is whole: ${rows(n)}.`,
  empty: 'Nothing yet: it begins with the first decision.',
  broken: (nth) => (nth === null ? 'The trail is broken.' : `The trail is broken at line ${nth}.`),
  break: {
    link: 'A link of the chain was changed, moved or taken out.',
    changed: 'The line is not what was written.',
    gone: 'The line is not there any more.',
    unlinked: 'There is a line that is not in the chain.',
    head: 'Lines were cut off the end of the trail.',
  },
  brokenWhy: 'Tell the administrator of the centre: the database was changed past Sheber. A backup holds what was there before.',
  hash: 'Fingerprint of the last line',
  hashWhy: 'Write it down or send it to a colleague: later it shows that the lines before it are still the same.',
  older: 'Earlier lines',
  newest: 'To the latest lines',
  source: {
    exhibition_decision: 'Exhibition',
    stand_decision: 'Entry',
    score: 'Judging',
    deliberation: 'Results',
    visitor_decision: 'Questions of visitors',
    fact: 'Event',
    trail_release: 'Trail',
  },
  deed: {
    planned: 'rules were changed',
    lowered: 'fewer judges for each stand',
    stepped: 'step',
    opened: 'comparing in pairs was opened',
    reopened: 'comparing was opened again',
    closed: 'comparing was closed',
    ended: 'the first round was closed',
    resumed: 'the first round was opened again',
    begun: 'the final began',
    halted: 'the beginning of the final was taken back',
    chosen: 'a finalist was chosen',
    unchosen: 'taken out of the finalists',
    called: 'called into the final for one that has left',
    announced: 'teams were told who is in the final',
  },
  moderated: { approve: 'question shown', hide: 'question hidden', hold: 'answer hidden', free: 'answer shown' },
  scored: 'a score was given',
  facts: {
    'judge.invited': 'a judge was invited',
    'judge.changed': 'the jury was changed',
    'judge.assigned': 'stands were assigned',
    'result.released': 'results are open to all',
  },
  released: { erased: 'words erased as the law asks', archived: 'moved into an archive' },
  system: 'Sheber',
} satisfies typeof ru
