import type ru from './words.ru.ts'

export default {
  details: 'Толығырақ',
  language: 'Бағдарламалау тілі',
  languages: { arduino: 'Arduino (C++)', python: 'Python', javascript: 'JavaScript', plain: 'Жай мәтін' },
  value: 'Мәні',
  valueHint: 'Мысалы, 10 кОм',
  length: 'Ұзындығы, торкөз',
  lengthMm: 'Ұзындығы, мм',
  offset: 'Сызықтың арақашықтығы, торкөз',
  offsetMm: 'Сызықтың арақашықтығы, мм',
  paper: 'Парақ',
  ownSize: 'Өз өлшемі',
  way: 'Бағыты',
  upright: 'Тік',
  lying: 'Көлденең',
  scale: 'Масштаб',
  noScale: 'Масштабсыз',
  grid: 'Тор, мм (0 — жоқ)',
} satisfies typeof ru
