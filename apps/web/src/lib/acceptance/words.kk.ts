import { counter } from '#lib/words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('kk')

export default {
  title: 'Нәтижелерді есепке алу',
  link: 'Орталықтағы нәтижелерді есепке алу',
  why: 'Мектебіңіздің оқушылары орталықта не жасады және тәлімгерлер нені растады. Оны өз тақырыбыңыз бойынша есепке ала аласыз.',
  none: 'Расталған нәтиже әзірге жоқ',
  noneWhy: 'Тәлімгер мектебіңіз оқушысының жұмысын растаған бойда осында шығады.',
  find: 'Оқушының аты',
  show: 'Көрсету',
  shown: (n) => count(n, { other: '# нәтиже' }),
  confirmed: (by, day) => `Растаған: ${by}, ${day}`,
  goals: 'Мектеп мақсаттары:',
  goal: 'Мектеп мақсаты',
  noGoal: 'Мақсатсыз, тек тақырып',
  accept: 'Есепке алу',
  topic: 'Тақырып',
  topicHint: 'Журналдағыдай, мысалы: Алгоритмдер, 8-сынып',
  accepted: (topic, by, day) => `Есепке алынды: ${topic} (${by}, ${day})`,
  withdraw: 'Есептен шығару',
} satisfies typeof ru
