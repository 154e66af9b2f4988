import type ru from './words.ru.ts'

export default {
  details: 'Details',
  language: 'Programming language',
  languages: { arduino: 'Arduino (C++)', python: 'Python', javascript: 'JavaScript', plain: 'Plain text' },
  value: 'Value',
  valueHint: 'For example, 10 kΩ',
  length: 'Length, squares',
  lengthMm: 'Length, mm',
  offset: 'Distance of the line, squares',
  offsetMm: 'Distance of the line, mm',
  paper: 'Paper',
  ownSize: 'Own size',
  way: 'Orientation',
  upright: 'Portrait',
  lying: 'Landscape',
  scale: 'Scale',
  noScale: 'No scale',
  grid: 'Grid, mm (0: none)',
} satisfies typeof ru
