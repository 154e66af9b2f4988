import { counter } from '#lib/words/plural.ts'

const count = counter('ru')

export default {
  title: 'Зачёт результатов',
  link: 'Зачесть результаты из центра',
  why: 'Что учащиеся вашей школы сделали в центре и что подтвердили наставники. Вы можете зачесть это по своей теме.',
  none: 'Подтверждённых результатов пока нет',
  noneWhy: 'Они появятся, как только наставник подтвердит работу учащегося вашей школы.',
  find: 'Имя учащегося',
  show: 'Показать',
  shown: (n: number) => count(n, { one: '# результат', few: '# результата', other: '# результатов' }),
  confirmed: (by: string, day: string) => `Подтверждение: ${by}, ${day}`,
  goals: 'Цели школы:',
  goal: 'Цель школы',
  noGoal: 'Без цели, только тема',
  accept: 'Зачесть',
  topic: 'Тема',
  topicHint: 'Как в журнале, например: Алгоритмы, 8 класс',
  accepted: (topic: string, by: string, day: string) => `Зачтено: ${topic} (${by}, ${day})`,
  withdraw: 'Отменить зачёт',
}
