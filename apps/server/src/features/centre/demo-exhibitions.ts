import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import type { RubricPresetId } from '@sheber/domain/rubric-presets'
import type { Place } from './demo-people.ts'
import type { DemoStand } from './demo-stands.ts'
import { lastStands } from './demo-stands-last.ts'
import { liveStands } from './demo-stands-live.ts'

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
  /** So many of each nomination go on into a final, on the day of the results. */
  readonly finalists?: number
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

/** One that is over, one that is on, one that takes entries, one that is only planned. */
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
    stands: lastStands,
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
    stands: liveStands,
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
    // Called early, so that a team may try what an entry is.
    days: [-3, 180, 190, 190, 191, 192],
    stands: [],
  },
  next: {
    kind: 'competition',
    title: said('Қалалық робот-техника жарысы', 'Городское состязание по робототехнике', 'City robotics competition'),
    about: said(
      'Жарыс жарияланды: командалар дайындала беруіне болады. Өтінімдер көрсетілген күннен бастап қабылданады.',
      'Состязание объявлено: команды уже могут готовиться. Заявки принимаются со дня, который указан.',
      'The competition is announced, so that teams may prepare. Entries are taken from the day that is given.',
    ),
    place: hall,
    organisers: ['centre', 'library'],
    state: 'call',
    rubric: 'robotics',
    ages: { from: 10, to: 18 },
    nominations: { robots: nominations.robots, electronics: nominations.electronics },
    finalists: 3,
    days: [30, 75, 90, 90, 91, 93],
    stands: [],
  },
} as const satisfies Record<string, DemoExhibition>
