import type { DiplomaKind, Heading } from './print.words.ts'
import { quoted } from './print.quotes.ts'

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const

export default {
  months: months as readonly string[],
  day: (day: number, month: string, year: number) => `${day} ${month} ${year} года`,
  /** Within one month, within one year, or neither. */
  days: {
    month: (from: number, to: number, month: string, year: number) => `${from}–${to} ${month} ${year} года`,
    year: (from: number, month: string, to: number, toMonth: string, year: number) =>
      `${from}\u00a0${month} – ${to}\u00a0${toMonth} ${year} года`,
  },
  stand: 'Стенд',
  team: 'Команда',
  scan: 'Откройте телефоном',
  route: (judge: string) => `Маршрут члена жюри: ${judge}`,
  routeHint: 'Отметьте стенд, когда оценка сохранена.',
  routeCode: 'Ваша страница жюри',
  card: {
    title: 'Приглашение в жюри',
    how: 'Наведите камеру телефона на код: откроются ваши стенды. Пароль не нужен.',
    alone: 'Не передавайте карточку: кто откроет код, войдёт как вы.',
    until: (day: string) => `Открывается до: ${day}`,
  },
  seen: (stands: number) => `Стендов: ${stands}`,
  notes: 'Заметки',
  none: 'Стендов пока нет.',
  hall: 'План зала',
  metres: (width: string, height: string) => `${width} × ${height} м`,
  metre: (metres: number) => `${metres} м`,
  unplaced: 'место не назначено',
  page: (page: number, pages: number) => `Страница ${page} из ${pages}`,
  kinds: {
    diploma: { over: '', big: 'Диплом', under: '' },
    certificate: { over: '', big: 'Сертификат', under: 'участника' },
    thanks: { over: '', big: 'Благодарность', under: '' },
  } as Readonly<Record<DiplomaKind, Heading>>,
  degree: (degree: string): Heading => ({ over: '', big: 'Диплом', under: `${degree} степени` }),
  /** Stands above names, which nobody bends into another case. */
  given: {
    diploma: { person: 'награждается', team: 'награждается команда' },
    certificate: { person: 'участник', team: 'команда-участница' },
    thanks: { person: 'с благодарностью', team: 'с благодарностью команде' },
  } as Readonly<Record<DiplomaKind, Readonly<Record<'person' | 'team', string>>>>,
  project: {
    diploma: (title: string) => `за проект ${quoted(title)}`,
    certificate: (title: string) => `за участие с проектом ${quoted(title)}`,
    thanks: (title: string) => `за помощь команде проекта ${quoted(title)}`,
  } as Readonly<Record<DiplomaKind, (title: string) => string>>,
  nomination: (nomination: string) => `Номинация ${quoted(nomination)}`,
  supervisors: (names: string, many: boolean) => `${many ? 'Руководители' : 'Руководитель'}: ${names}`,
  members: (names: string) => `Команда: ${names}`,
  number: (number: string) => `№ ${number}`,
  verify: 'Проверить подлинность',
  report: 'Отчёт для команды',
  range: (from: number, to: number, of: number) => `Места с ${from}-го по ${to}-е из ${of}`,
  place: (place: number, of: number) => `Место ${place} из ${of}`,
  rangeWhy: 'Показаны места, между которыми разница оценок может быть случайной.',
  rounds: { first: 'Первый тур', final: 'Финал' },
  criteria: 'По критериям',
  weight: (weight: string) => `вес ${weight}`,
  points: (points: string, most: string) => (most ? `${points} из ${most}` : points),
  noCriteria: 'Оценок по критериям нет.',
  said: 'Слова жюри',
  nobody: 'Жюри не оставило слов.',
}
