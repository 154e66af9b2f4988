import type { Draft, Link, LinkKind } from '@sheber/contract/framework'
import { levelsFrom, treeFrom } from '../framework/shipped-kit.ts'

/** What an invented school asks for in its own lessons, and which of it the centre's competencies show. */
const names = (n: number) => `5e6be700-0101-4000-8000-${n.toString(16).padStart(12, '0')}`

export const schoolGoalsId = names(0)

const levels = levelsFrom(names, [
  [
    ['Базалық', 'Мұғалімнің үлгісі бойынша орындайды.'],
    ['Базовый', 'Выполняет по образцу учителя.'],
    ['Basic', 'Does it after the teacher’s example.'],
  ],
  [
    ['Сенімді', 'Жаңа тапсырмада өзі орындайды.'],
    ['Уверенный', 'Выполняет сам в новом задании.'],
    ['Confident', 'Does it alone in a new task.'],
  ],
])

const competencies = treeFrom(names, [
  [
    ['И', 'Информатика, 8-сынып', 'Информатика, 8 класс', 'Computing, year 8'],
    ['И8.1', 'Тармақталу мен цикл', 'Ветвление и цикл', 'Branches and loops'],
    ['И8.2', 'Деректер бойынша кесте мен диаграмма', 'Таблица и диаграмма по данным', 'Tables and charts from data'],
    ['И8.3', 'Авторлық құқық және лицензия', 'Авторское право и лицензии', 'Copyright and licences'],
  ],
  [
    ['Ф', 'Физика, 8-сынып', 'Физика, 8 класс', 'Physics, year 8'],
    ['Ф8.1', 'Электр тізбегі', 'Электрическая цепь', 'Electric circuits'],
    ['Ф8.2', 'Өлшеу және қателік', 'Измерение и погрешность', 'Measuring and its error'],
  ],
  [
    ['Т', 'Көркем еңбек, 8-сынып', 'Технология, 8 класс', 'Design and technology, year 8'],
    ['Т8.1', 'Бөлшектің сызбасы', 'Чертёж детали', 'Drawing of a part'],
    ['Т8.2', 'Материал мен шығын есебі', 'Расчёт материалов и сметы', 'Materials and their cost'],
    ['Т8.3', 'Бұйымды сынау', 'Испытание изделия', 'Testing what was made'],
    ['Т8.4', 'Жобаны қорғау', 'Защита проекта', 'Presenting a project'],
  ],
])

/** Goal, how it is linked, and the centre's competency, both by their codes. */
const akin: readonly (readonly [goal: string, kind: LinkKind, competency: string])[] = [
  ['И8.1', 'isPartOf', 'D1'],
  ['И8.2', 'exactMatchOf', 'D2'],
  ['И8.3', 'exactMatchOf', 'D4'],
  ['Ф8.1', 'isRelatedTo', 'C2'],
  ['Ф8.2', 'isRelatedTo', 'A4'],
  ['Ф8.2', 'isRelatedTo', 'D2'],
  ['Т8.1', 'exactMatchOf', 'B1'],
  ['Т8.2', 'isPeerOf', 'B2'],
  ['Т8.2', 'isPartOf', 'B3'],
  ['Т8.3', 'isRelatedTo', 'C4'],
  ['Т8.4', 'isRelatedTo', 'E3'],
]

/** `competencyOf` gives the ids of the centre's competencies by their codes. */
export const schoolGoals = (competencyOf: (code: string) => string): Draft => ({
  title: { kk: 'Мектеп мақсаттары, 8-сынып', ru: 'Цели школы, 8 класс', en: 'Goals of the school, year 8' },
  description: {
    kk: 'Үлгі: ойдан шығарылған мектептің сабақ мақсаттары.',
    ru: 'Пример: цели уроков придуманной школы.',
    en: 'An example: what lessons of an invented school ask for.',
  },
  version: '2026',
  rollup: 'latest',
  licence: 'CC BY 4.0',
  attribution: 'Sheber, CC BY 4.0',
  levels,
  competencies,
  links: akin.flatMap(([goal, kind, code], at): Link[] => {
    const from = competencies.find((one) => one.code === goal)
    return from ? [{ id: names(0xe00 + at), from: from.id, kind, to: { id: competencyOf(code), uri: null, title: '' } }] : []
  }),
})

/** What the school has taken already, for which goal, and who said so. */
export const taken: readonly { readonly who: string; readonly code: string; readonly goal: string; readonly topic: string }[] = [
  { who: 'Тимур К.', code: 'D1', goal: 'И8.1', topic: 'Алгоритмы: ветвление и цикл, 8 класс' },
  { who: 'Айдана С.', code: 'C2', goal: 'Ф8.1', topic: 'Электрическая цепь, 8 класс' },
]
