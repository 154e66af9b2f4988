import type { Direction, ProjectState } from '@sheber/contract/project'
import type { Place } from './demo-people.ts'

export interface DemoProject {
  readonly title: string
  readonly team: string
  /** Who answers for the team. */
  readonly place: Place
  /** By name; the first opened the project. */
  readonly members: readonly string[]
  readonly direction: Direction
  readonly state: ProjectState
  readonly brief: string
  /** Days before today. */
  readonly opened: number
  readonly changed: number
}

/** Five projects in five states; each board is in `demo-board-<word>`. */
export const projects = {
  weather: {
    title: 'Метеостанция «Жазық»',
    team: 'Дала желі',
    place: 'centre',
    members: ['Нұрлан Т.', 'Денис Р.', 'Мария З.', 'Айгерім Н.', 'Ерболат С.', 'Ерлан С.'],
    direction: 'electronics',
    state: 'test',
    brief:
      'Мектептің шатырында тұратын метеостанция: температура, ылғалдылық, қысым, жел. Деректер радио арқылы мектеп дәлізіндегі экранға келеді.\n\n' +
      'Автономная метеостанция для сельской школы. Работает от солнца, понятна любому дежурному, говорит на двух языках.',
    opened: 43,
    changed: 1,
  },
  glider: {
    title: 'Планёр 1 м',
    team: 'Планеристы',
    place: 'centre',
    members: ['Игорь П.', 'Глеб С.', 'Данияр Ж.', 'Томирис А.'],
    direction: 'aero',
    state: 'exhibited',
    brief:
      'Свободнолетающий планёр с размахом 1 м из бальзы и плёнки. Цель: 60 секунд в воздухе с леера 30 м и модель, которую младшие смогут повторить по нашим чертежам.',
    opened: 96,
    changed: 9,
  },
  robot: {
    title: 'Линейный робот',
    team: 'Чёрная линия',
    place: 'centre',
    members: ['Мадина О.', 'Айдана С.', 'Тимур К.', 'Ұлпан С.', 'Марат А.'],
    direction: 'robotics',
    state: 'ready',
    brief:
      'Робот проходит трассу по чёрной линии с перекрёстками и разрывом. Для конкурса и для урока информатики: тема «Алгоритмы» на живом примере.',
    opened: 61,
    changed: 3,
  },
  boat: {
    title: 'Катер-спасатель',
    team: 'Якорь',
    place: 'centre',
    members: ['Қайрат Б.', 'Амир Х.', 'Айзере М.', 'Інжу Н.', 'Лев О.'],
    direction: 'ship',
    state: 'build',
    brief: 'Модель катера, который подбирает с воды «утопающего» (мячик 40 г) и привозит к берегу. Длина 45 см, управление по радио.',
    opened: 34,
    changed: 2,
  },
  greenhouse: {
    title: 'Мектептің ақылды жылыжайы',
    team: 'Жасыл үй',
    place: 'school102',
    members: ['Жанна Р.', 'Елена Г.', 'Диас М.', 'Жанель Т.', 'Аружан Е.'],
    direction: 'modelling',
    state: 'design',
    brief:
      'Сыныптағы шағын жылыжай: топырақтың ылғалдылығын өзі өлшейді, керек кезде өзі суарады. Корпусы 3D-принтерде басылады.\n\nОқушылар мен екі мұғалім бірге, тең автор болып жасайды.',
    opened: 20,
    changed: 0,
  },
} as const satisfies Record<string, DemoProject>
