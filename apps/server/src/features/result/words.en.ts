import type ru from './words.ru.ts'

export default {
  stricter: (points) =>
    `Your judges were stricter than the others, by ${points} points on the average; the result takes that into account.`,
  milder: (points) => `Your judges were milder than the others, by ${points} points on the average; the result takes that into account.`,
  even: 'Your judges were as strict as the others: there was nothing to put right.',
  unscored: 'This stand has no scores.',
  unjudged: 'There was no jury at this exhibition: the project was shown to its guests.',
  places: (from, to, of) => (from === to ? `Place ${from} of ${of}` : `Between place ${from} and place ${to} of ${of}`),
  report: 'How it was judged',
  over: 'How the exhibition ended',
  diploma: 'Diploma',
  degree: (degree) => `Diploma of degree ${degree}`,
  number: 'Number',
  stand: 'Project',
  exhibition: 'Exhibition',
  year: 'Year',
  nomination: 'Nomination',
  given: 'Given to',
  genuine: 'The diploma is genuine: the organiser of this exhibition has given it.',
  revoked: 'This diploma holds no more: its organiser has revoked it.',
  none: 'There is no diploma of this number',
  noneWhy: 'Check the number: it has no letters O and I and no figures 0 and 1.',
  names: 'Only those are named who have agreed to it.',
  languages: 'Languages',
  name: 'English',
} satisfies typeof ru
