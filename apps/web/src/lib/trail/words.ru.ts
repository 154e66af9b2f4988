import type { ExhibitionDeed, TrailBreak, TrailSource } from '@sheber/contract/trail'
import { counter } from '../words/plural.ts'

const count = counter('ru')
const rows = (n: number) => count(n, { one: '# запись', few: '# записи', other: '# записей' })

export default {
  title: 'Журнал',
  why: 'Здесь записано, кто, когда и что решил: о правилах, заявках, вопросах гостей, оценках и наградах. Записи не правят и не удаляют; каждая сцеплена с прежними.',
  whole: (n: number) => `Журнал цел: ${rows(n)}.`,
  empty: 'Записей пока нет: они появятся с первым решением.',
  broken: (nth: number | null) => (nth === null ? 'Журнал нарушен.' : `Журнал нарушен на записи ${nth}.`),
  break: {
    link: 'Звено цепи изменили, переставили или вынули.',
    changed: 'Запись не такая, какой её внесли.',
    gone: 'Записи больше нет.',
    unlinked: 'Есть запись, которой нет в цепи.',
    head: 'С конца журнала убрали записи.',
  } satisfies Record<TrailBreak, string>,
  brokenWhy: 'Сообщите администратору центра: базу данных меняли в обход Шебера. Прежнее состояние есть в резервной копии.',
  hash: 'Отпечаток последней записи',
  hashWhy: 'Выпишите его на бумагу или отправьте коллеге: по нему позже видно, что прежние записи те же.',
  older: 'Более ранние записи',
  newest: 'К последним записям',
  source: {
    exhibition_decision: 'Выставка',
    stand_decision: 'Заявка',
    score: 'Судейство',
    deliberation: 'Результаты',
    visitor_decision: 'Вопросы гостей',
    fact: 'Событие',
    trail_release: 'Журнал',
  } satisfies Record<TrailSource, string>,
  deed: {
    planned: 'изменены правила',
    lowered: 'убавлено число судей на стенд',
    stepped: 'переход',
    opened: 'открыто сравнение по двое',
    reopened: 'сравнение открыто снова',
    closed: 'сравнение закрыто',
    ended: 'первый тур закрыт',
    resumed: 'первый тур открыт снова',
    begun: 'финал начат',
    halted: 'начало финала отменено',
    chosen: 'выбран финалист',
    unchosen: 'убран из финалистов',
    called: 'вызван в финал на место выбывшего',
    announced: 'командам сказали, кто в финале',
  } satisfies Record<ExhibitionDeed, string>,
  moderated: { approve: 'вопрос показан', hide: 'вопрос скрыт', hold: 'ответ скрыт', free: 'ответ показан' },
  scored: 'поставлена оценка',
  facts: {
    'judge.invited': 'приглашён судья',
    'judge.changed': 'изменено жюри',
    'judge.assigned': 'распределены стенды',
    'result.released': 'результаты открыты всем',
  },
  released: { erased: 'слова стёрты по закону', archived: 'перенесено в архив' },
  system: 'Шебер',
}
