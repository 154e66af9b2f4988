import type ru from './door.ru.ts'

export default {
  version: (v: string) => `version ${v}`,
  rollup: {
    label: 'Which level is shown where there are several reviews',
    latest: 'the latest confirmed',
    highest: 'the highest confirmed',
    median: 'the median of the last three',
  },
  described: 'What is seen on each level',
  kind: {
    exactMatchOf: 'the same',
    isRelatedTo: 'close to',
    isPeerOf: 'peer of',
    isPartOf: 'part of',
    precedes: 'comes before',
  },
  kindBack: { exactMatchOf: 'the same', isRelatedTo: 'close to', isPeerOf: 'peer of', isPartOf: 'includes', precedes: 'comes after' },
} satisfies typeof ru
