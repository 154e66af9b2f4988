import type { TaskState } from '@sheber/contract/task'
import type { projects } from './demo-projects.ts'

export interface DemoTask {
  readonly title: string
  readonly words?: string
  readonly state: TaskState
  /** By name, of the team. */
  readonly people: readonly string[]
  /** Days from today; before it: late, where it is not done. */
  readonly due?: number
  readonly by: string
  /** Days before today. */
  readonly added: number
}

/** What two of the teams have to do: one in Russian, one in Kazakh; some late, some done, some nobody's yet. */
export const tasks: Readonly<Partial<Record<keyof typeof projects, readonly DemoTask[]>>> = {
  weather: [
    {
      title: 'Повторить испытание корпуса под дождём',
      words: 'Два часа под шлангом. Готово, если внутри сухо и датчик влажности не врёт больше чем на 3 %.',
      state: 'doing',
      people: ['Мария З.', 'Айгерім Н.'],
      due: 1,
      by: 'Нұрлан Т.',
      added: 3,
    },
    { title: 'Записать показания за неделю в таблицу', state: 'doing', people: ['Ерболат С.'], due: -2, by: 'Денис Р.', added: 9 },
    { title: 'Снять видео для стенда', state: 'todo', people: [], due: 6, by: 'Мария З.', added: 2 },
    {
      title: 'Подписать экран на двух языках',
      words: 'Казахский первым. Проверить буквы ә, ғ, қ, ң, ө, ұ, ү, һ, і.',
      state: 'check',
      people: ['Денис Р.', 'Айгерім Н.'],
      due: 3,
      by: 'Айгерім Н.',
      added: 6,
    },
    { title: 'Заменить батарею на более ёмкую', state: 'todo', people: ['Ерлан С.'], by: 'Ерлан С.', added: 1 },
    { title: 'Проверить связь с крыши до коридора', state: 'done', people: ['Ерболат С.', 'Ерлан С.'], due: -5, by: 'Денис Р.', added: 14 },
    { title: 'Напечатать крышку датчика ветра', state: 'done', people: ['Мария З.'], by: 'Нұрлан Т.', added: 20 },
  ],
  greenhouse: [
    {
      title: 'Топырақ датчигін құрғақ және ылғал топырақта өлшеу',
      words: 'Әрқайсысын он рет өлшеп, орташасын жазамыз.',
      state: 'doing',
      people: ['Диас М.'],
      due: 0,
      by: 'Жанна Р.',
      added: 4,
    },
    { title: 'Корпустың эскизін салу', state: 'check', people: ['Жанель Т.', 'Аружан Е.'], due: 2, by: 'Жанель Т.', added: 7 },
    { title: 'Сорғыны таңдап, бағасын білу', state: 'todo', people: ['Елена Г.', 'Диас М.'], due: -1, by: 'Елена Г.', added: 8 },
    { title: 'Қай өсімдікті отырғызатынымызды шешу', state: 'todo', people: [], by: 'Аружан Е.', added: 2 },
    { title: 'Жылыжайдың өлшемдерін келісу', state: 'done', people: ['Жанель Т.', 'Диас М.'], by: 'Жанна Р.', added: 15 },
  ],
}
