import type { Place } from './demo-people.ts'

/**
 * The centre's twelve groups: 118 children in 139 places, because 21 go to two. Each child is named once, in the
 * first of its groups and under its own school; `also` takes the first children of another group once more.
 */
export interface DemoGroup {
  readonly name: string
  /** Always the same: a card that was printed yesterday opens the demo today. */
  readonly code: string
  readonly learners: Partial<Record<Place, readonly string[]>>
  readonly also?: readonly { readonly group: string; readonly place: Place; readonly places: number }[]
  /** What its children sign in with, so that the door of the card can be tried; the others have none yet. */
  readonly secret?: string
}

export const groups: readonly DemoGroup[] = [
  {
    name: 'Робототехника 1',
    code: 'SHEB2345',
    secret: '2580',
    learners: {
      school101: ['Айдана С.', 'Тимур К.', 'Полина В.', 'Никита Ж.'],
      school102: ['Аружан Е.', 'Диас М.', 'Ерсұлтан А.', 'Жанель Т.', 'Мансұр О.', 'Ұлпан С.'],
      centre: ['Александра Ю.', 'Рустам И.'],
    },
    also: [{ group: 'Робототехника 2', place: 'school101', places: 3 }],
  },
  {
    name: 'Юный техник 1',
    code: 'C6EP34WK',
    secret: 'sun-fish-rocket',
    learners: {
      centre: ['Алихан Б.', 'Варвара Н.', 'Ерасыл М.', 'Кира Д.', 'Мирас А.', 'Софья Т.'],
      school101: ['Айлин Ж.', 'Арсений К.', 'Дамир О.', 'Ева Р.', 'Нурай С.', 'Степан В.'],
    },
  },
  {
    name: 'Юный техник 2 (школа № 101)',
    code: '5DM3ZJ83',
    learners: {
      school101: [
        'Агния П.',
        'Алдияр С.',
        'Артём Л.',
        'Аяла Т.',
        'Богдан Ш.',
        'Дария М.',
        'Жанибек К.',
        'Злата И.',
        'Марк Е.',
        'Медина А.',
        'Тимофей Г.',
        'Ясмин Б.',
      ],
    },
  },
  {
    name: 'Авиамоделирование',
    code: '4FF494KF',
    learners: {
      school101: ['Глеб С.', 'Данияр Ж.', 'Айсултан Р.', 'Егор П.', 'Карина М.'],
      school102: ['Томирис А.', 'Әлихан Т.', 'Ернұр Қ.', 'Санжар Б.'],
      centre: ['Ильяс Н.', 'Роман Д.'],
    },
    also: [{ group: 'Робототехника 2', place: 'centre', places: 1 }],
  },
  {
    name: 'Судомоделирование 1',
    code: '3WM59PPM',
    learners: {
      school101: ['Алина В.', 'Бекзат О.', 'Матвей С.', 'Рамазан Д.', 'Юлия К.'],
      school102: ['Айым С.', 'Дінмұхамед Ә.'],
      centre: ['Влада Ф.', 'Захар М.', 'Нурлан Е.'],
    },
    also: [{ group: 'Авиамоделирование', place: 'centre', places: 2 }],
  },
  {
    name: 'Судомоделирование 2',
    code: '3MME393K',
    learners: {
      school101: ['Амир Х.', 'Вероника Ц.', 'Олжас Т.', 'Семён Б.'],
      school102: ['Айзере М.', 'Інжу Н.', 'Жандос Қ.', 'Мейірім Р.'],
      centre: ['Лев О.'],
    },
    also: [{ group: 'Судомоделирование 1', place: 'school102', places: 1 }],
  },
  {
    name: 'Робототехника 2',
    code: 'X6BF6K5M',
    learners: {
      school101: ['Данил Ч.', 'Камила Б.', 'Фёдор М.'],
      school102: ['Әмина Ж.', 'Бейбарыс Н.', 'Назерке Д.', 'Шыңғыс К.'],
      centre: ['Виктория Л.', 'Эмиль Г.'],
    },
    also: [{ group: 'Робототехника 1', place: 'school102', places: 3 }],
  },
  {
    name: 'Робототехника («Жазық» мектебі)',
    code: 'BKWQ75MM',
    learners: {
      zhazyk: [
        'Айбек Т.',
        'Ақерке С.',
        'Әділет Б.',
        'Балжан М.',
        'Дәулет О.',
        'Ержан Қ.',
        'Жұлдыз А.',
        'Мағжан Р.',
        'Нұрай Е.',
        'Сымбат К.',
      ],
    },
  },
  {
    name: 'Радиоэлектроника и датчики',
    code: 'P8D5KR4M',
    learners: {
      school101: ['Денис Р.', 'Мария З.', 'Ақниет Д.'],
      school102: ['Бауыржан С.', 'Ғалия О.', 'Еркежан М.', 'Темірлан Ә.'],
      centre: ['Григорий А.'],
    },
    also: [{ group: 'Робототехника 2', place: 'school102', places: 4 }],
  },
  {
    name: 'Радиоэлектроника («Жазық» мектебі)',
    code: '3N8HQKFT',
    learners: {
      zhazyk: ['Айгерім Н.', 'Ерболат С.', 'Алтынай Б.', 'Асылхан М.', 'Гүлім Қ.', 'Қарақат Т.', 'Рахат Ж.', 'Хадиша О.'],
    },
    also: [{ group: 'Робототехника («Жазық» мектебі)', place: 'zhazyk', places: 2 }],
  },
  {
    name: '3D-моделирование (гимназия № 102)',
    code: 'CGMZGDB9',
    learners: {
      school102: ['Адема Қ.', 'Айша Б.', 'Дастан Н.', 'Жасмин Р.', 'Илья Т.', 'Мирон С.', 'Перизат Ә.', 'Ярослав Е.'],
    },
    also: [{ group: 'Авиамоделирование', place: 'school102', places: 4 }],
  },
  {
    name: '3D-моделирование, онлайн',
    code: 'V7RT94MB',
    learners: {
      school101: ['Анна Щ.', 'Тахир М.'],
      school102: ['Зере А.', 'Нұрислам Т.'],
      centre: ['Эльвира С.'],
      zhazyk: ['Бекарыс О.', 'Дильназ М.', 'Мөлдір А.', 'Сұлтан Е.'],
    },
    also: [{ group: 'Радиоэлектроника и датчики', place: 'centre', places: 1 }],
  },
]
