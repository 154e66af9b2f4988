import { ended } from '@sheber/document/sentence'
import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')

export default {
  title: 'Final',
  rule: 'Finalists are placed by the final, all others come after them by the first round. Points of the two rounds are not compared.',
  secret: 'Until you tell the teams, finalists are seen by organisers alone, and by the jury once the final has begun.',
  window: (from, to) => `The final: from ${from} to ${to}.`,
  stage: {
    first: 'The first round is under way',
    choosing: 'The first round is closed, finalists are being chosen',
    final: 'The final is under way',
  },
  before: 'Finalists are chosen while judging goes on, once the first round is closed.',
  over: 'Judging is over.',
  close: {
    title: 'Close the first round',
    why: 'There will be no new scores of the first round; those given are kept. After that you see the order and choose finalists.',
    lacking: (n) => `It cannot be closed yet: ${count(n, { one: '# stand lacks', other: '# stands lack' })} views or words.`,
    who: 'The page of the jury names them',
  },
  order: 'The order after the first round',
  proposed: 'by the order',
  tied: 'ties with others for the last place',
  chosen: 'finalist',
  byHand: 'not chosen by the order',
  called: 'called for one that has left',
  told: 'the team knows',
  gone: 'withdrawn from the exhibition',
  none: 'Nobody has been chosen yet.',
  chosenAll: (n) => count(n, { one: '# finalist is chosen', other: '# finalists are chosen' }),
  takeAll: (n) => count(n, { one: 'Take # by the order', other: 'Take # by the order' }),
  take: 'Into the final',
  takeOf: (title) => `Into the final: ${title}`,
  takeWhy: 'This stand is not among the first of the order. Write why it is in the final: the reason stays in the trail.',
  drop: 'Take out',
  dropOf: (title) => `Take out of the final: ${title}`,
  dropWhy:
    'The order puts this stand into the final, or its team knows already. Write why it will not be there: the reason stays in the trail.',
  reason: 'Why',
  begin: {
    title: 'Begin the final',
    why: 'Each judge gets all finalists of their section, but for conflicts of interest. After that the list of finalists stays as it is.',
    left: (names) => `By the order these would be in too: ${ended(names)} Write why they are not.`,
  },
  seats: 'Who judges whom is seen and mended on the page of the jury',
  lacking: (n) => `Before judging can end, ${count(n, { one: '# stand lacks', other: '# stands lack' })} views or words.`,
  enough: 'Nothing is lacking: judging can be ended on the page “About”.',
  tell: {
    title: 'Tell the teams',
    why: 'Each team learns whether it is in the final. This news cannot be taken back.',
    done: 'All teams know.',
  },
  reopen: {
    title: 'Open the first round again',
    why: 'Finalists that were chosen are taken out. Write what for: the reason stays in the trail.',
  },
  call: {
    title: 'Left the final',
    act: (title) => `Call into the final: ${title}`,
    why: 'This stand is the next by the order of the first round. The jury gets it to judge at once, and its team is told, which cannot be taken back. Write why you call it: the reason stays in the trail.',
    tied: 'These stands have as many points: choose one.',
    done: (title, reason) => `Called in its place: ${title}. ${reason}`,
    nobody: 'There is nobody to call: no other stand of this nomination has been scored, or judging is over.',
  },
  halt: {
    title: 'Take back the beginning of the final',
    why: 'While the final has no score, its beginning can be taken back. Write what for: the reason stays in the trail.',
  },
} satisfies typeof ru
