import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import type { RubricPresetId } from '@sheber/domain/rubric-presets'
import type { Place } from './demo-people.ts'
import type { projects } from './demo-projects.ts'

export interface DemoStand {
  readonly project: keyof typeof projects
  readonly nomination: string
  readonly about: string
  /** By name: what each says they did. */
  readonly parts: Readonly<Record<string, string>>
  readonly adults: string
  /** Of its sign, and of its middle in the hall. */
  readonly number: number
  readonly at: readonly [x: number, y: number]
}

export interface DemoExhibition {
  readonly kind: Plan['kind']
  readonly title: Said
  readonly about: Said
  readonly place: Said
  /** Whose it is, then who helps. */
  readonly organisers: readonly Place[]
  readonly state: ExhibitionState
  readonly rubric: RubricPresetId
  readonly ages: Plan['ages']
  readonly nominations: Readonly<Record<string, Said>>
  /** In days from today: entries from and to, hall, judging from and to, results. */
  readonly days: readonly [number, number, number, number, number, number]
  readonly stands: readonly DemoStand[]
}

const said = (kk: string, ru: string, en: string): Said => ({ kk, ru, en })

const nominations = {
  models: said('Модельдер', 'Модели', 'Models'),
  robots: said('Роботтар', 'Роботы', 'Robots'),
  electronics: said('Электроника', 'Электроника', 'Electronics'),
  spatial: said('3D', '3D', '3D'),
  future: said('Болашақ техникасы', 'Техника будущего', 'Technology of the future'),
}

const about = said(
  'Командалар жыл бойы жасағанын көрсетеді. Жобаны авторлардың өзі қорғайды: ересек көмектессе, өтінімде жазыңыз. Бір жоба — бір стенд.',
  'Команды показывают, что сделали за год. Защищают проект сами авторы: если помогал взрослый, напишите об этом в заявке. Один проект — один стенд.',
  'Teams show what they made in a year. Its authors present a project themselves: if an adult helped, say so in the entry. One project, one stand.',
)

const hall = said('Қалалық кітапхана-демо, үлкен зал', 'Городская библиотека-демо, большой зал', 'Demo city library, great hall')

/** One that is over, one that is on, one to come. */
export const exhibitions = {
  last: {
    kind: 'exhibition',
    title: said('Техникалық шығармашылық көрмесі', 'Выставка технического творчества', 'Exhibition of technical creativity'),
    about,
    place: hall,
    organisers: ['centre', 'library'],
    state: 'archived',
    rubric: 'engineering',
    ages: { from: 7, to: 18 },
    nominations,
    days: [-410, -382, -368, -368, -367, -366],
    stands: [],
  },
  live: {
    kind: 'exhibition',
    title: said('Техникалық шығармашылық көрмесі', 'Выставка технического творчества', 'Exhibition of technical creativity'),
    about,
    place: hall,
    organisers: ['centre', 'library'],
    state: 'judging',
    rubric: 'engineering',
    ages: { from: 7, to: 18 },
    nominations,
    days: [-40, -9, -2, -1, 2, 4],
    stands: [
      {
        project: 'glider',
        nomination: 'models',
        about: 'Свободнолетающий планёр из бальзы: минута в воздухе и чертежи, по которым модель повторят младшие.',
        parts: {
          'Глеб С.': 'Рассчитал крыло и вёл журнал запусков.',
          'Данияр Ж.': 'Собрал фюзеляж и хвост, чинил после жёсткой посадки.',
          'Томирис А.': 'Обтянула крыло плёнкой и начертила чертежи для младших.',
        },
        adults: 'Игорь П. учил резать бальзу и держал леер на запусках.',
        number: 1,
        at: [3, 3],
      },
      {
        project: 'robot',
        nomination: 'robots',
        about: 'Робот проходит трассу по чёрной линии с перекрёстками и разрывом. На нём в школе показывают алгоритмы.',
        parts: {
          'Айдана С.': 'Написала программу перекрёстков и разрыва.',
          'Тимур К.': 'Собрал шасси и датчики.',
          'Ұлпан С.': 'Трассаларды сызып, сынақ кестесін жүргізді.',
        },
        adults: 'Мадина О. объяснила, как устроен регулятор; Марат А. провёл урок с роботом.',
        number: 2,
        at: [6, 3],
      },
    ],
  },
  summer: {
    kind: 'review',
    title: said('Жазғы бейінді ауысымның шолуы', 'Смотр летней профильной смены', 'Review of the summer session'),
    about: said(
      'Ауысымның соңғы күні әр топ жасағанын көрсетеді. Орын берілмейді: әр команда қазылардың сөзін оқиды.',
      'В последний день смены каждая группа показывает, что сделала. Мест нет: каждая команда читает слова жюри.',
      'On the last day of the session each group shows what it made. There are no places: every team reads the words of the jury.',
    ),
    place: said('«Шебер» орталығы (демо)', 'Центр «Шебер» (демо)', 'Sheber centre (demo)'),
    organisers: ['centre'],
    state: 'call',
    rubric: 'youngest',
    ages: { from: 7, to: 12 },
    nominations: { models: nominations.models, spatial: nominations.spatial },
    days: [150, 180, 190, 190, 191, 192],
    stands: [],
  },
} as const satisfies Record<string, DemoExhibition>
