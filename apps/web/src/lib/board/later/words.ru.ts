import { counter } from '../../words/plural.ts'

const count = counter('ru')

export default {
  rail: 'Ещё о доске',
  more: 'Ещё',
  comments: 'Комментарии',
  outline: 'Доска списком',
  templates: 'Шаблоны',
  beginPicture: 'Начать с картинки',
  beginTemplate: 'Начать с шаблона',
  open: 'Открыть файл на доске',
  sending: (n: number) => `Отправляем файлы: ${n}`,
  waits: 'Нет сети. Файл уйдёт, когда сеть вернётся.',
  notCarried: (n: number) =>
    `Не перенеслось: ${count(n, { one: '# файл', few: '# файла', other: '# файлов' })}. Посмотреть можно только на той доске, откуда взято.`,
  notHere: 'Файл не перенёсся с другой доски',
  pens: 'Рисует перо, палец двигает лист.',
  fingers: 'Рисовать пальцем',
  alone: 'На доску можно положить картинки; остальное сохраните в проекте.',
}
