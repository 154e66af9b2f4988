/** What other pages say of it: the rest comes with its own. */
export default {
  version: (v: string) => `версия ${v}`,
  rollup: {
    label: 'Какой уровень показывать, если отзывов несколько',
    latest: 'последний подтверждённый',
    highest: 'самый высокий подтверждённый',
    median: 'средний из трёх последних',
  },
  described: 'Что видно на каждом уровне',
  kind: {
    exactMatchOf: 'то же самое',
    isRelatedTo: 'близко',
    isPeerOf: 'наравне',
    isPartOf: 'часть',
    precedes: 'предшествует',
  },
  kindBack: { exactMatchOf: 'то же самое', isRelatedTo: 'близко', isPeerOf: 'наравне', isPartOf: 'включает', precedes: 'следует за' },
}
