import type { OrganisationKind, Role } from '@sheber/contract/organisation'
import type { Language } from '@sheber/contract/words'

/** Everybody here is invented: a given name and a letter, no real school, child or employer. */

export interface DemoOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  /** Spoken at home by most of its children. */
  readonly language: Language
}

export const organisations = {
  centre: { name: 'Центр технического творчества «Шебер» (демо), Костанай', kind: 'centre', language: 'ru' },
  school101: { name: 'Школа-демо № 101', kind: 'school', language: 'ru' },
  school102: { name: 'Гимназия-демо № 102', kind: 'school', language: 'kk' },
  zhazyk: { name: 'Сельская школа-демо «Жазық»', kind: 'school', language: 'kk' },
  bolat: { name: 'Мастерская-демо «Болат»', kind: 'company', language: 'ru' },
  library: { name: 'Городская библиотека-демо', kind: 'library', language: 'ru' },
} as const satisfies Record<string, DemoOrganisation>
export type Place = keyof typeof organisations

export interface DemoAdult {
  readonly name: string
  readonly language: Language
  /** The first is their own; the visiting teachers teach at a partner's, too. */
  readonly places: readonly (readonly [Place, Role])[]
}

export const adults: readonly DemoAdult[] = [
  { name: 'Ботагөз Е.', language: 'kk', places: [['centre', 'administrator']] },
  { name: 'Мадина О.', language: 'kk', places: [['centre', 'teacher']] },
  { name: 'Игорь П.', language: 'ru', places: [['centre', 'teacher']] },
  { name: 'Ольга С.', language: 'ru', places: [['centre', 'teacher']] },
  { name: 'Қайрат Б.', language: 'kk', places: [['centre', 'teacher']] },
  { name: 'Данияр М.', language: 'ru', places: [['centre', 'teacher']] },
  { name: 'Елена Г.', language: 'ru', places: [['centre', 'teacher']] },
  { name: 'Асхат Ж.', language: 'kk', places: [['centre', 'teacher']] },
  {
    name: 'Нұрлан Т.',
    language: 'kk',
    places: [
      ['centre', 'teacher'],
      ['zhazyk', 'teacher'],
    ],
  },
  {
    name: 'Светлана К.',
    language: 'ru',
    places: [
      ['centre', 'teacher'],
      ['school101', 'teacher'],
    ],
  },
  { name: 'Марат А.', language: 'ru', places: [['school101', 'teacher']] },
  { name: 'Жанна Р.', language: 'kk', places: [['school102', 'teacher']] },
  { name: 'Бақытгүл Н.', language: 'kk', places: [['zhazyk', 'teacher']] },
  { name: 'Сәуле К.', language: 'kk', places: [['school101', 'administrator']] },
  { name: 'Ерлан С.', language: 'kk', places: [['bolat', 'mentor']] },
  { name: 'Антон Ч.', language: 'ru', places: [['bolat', 'mentor']] },
  { name: 'Мұрат І.', language: 'kk', places: [['bolat', 'mentor']] },
  { name: 'Гүлнара Б.', language: 'ru', places: [['bolat', 'partner']] },
  { name: 'Сергей Д.', language: 'ru', places: [['centre', 'judge']] },
  { name: 'Айнұр Ш.', language: 'kk', places: [['centre', 'judge']] },
  { name: 'Зарина Ф.', language: 'ru', places: [['centre', 'judge']] },
  { name: 'Владимир Л.', language: 'ru', places: [['bolat', 'judge']] },
  { name: 'Гүлмира Ә.', language: 'kk', places: [['school102', 'judge']] },
  { name: 'Тимофей Н.', language: 'en', places: [['library', 'judge']] },
]
