import type { EvidenceState } from '@sheber/contract/evidence'
import type { Prompt, RecordKind } from '@sheber/contract/portfolio'
import type { Outcome } from '@sheber/contract/review'

const kinds: Record<RecordKind, string> = {
  made: 'Сделано',
  tested: 'Испытано',
  presented: 'Показано',
  helped: 'Помощь другим',
  learned: 'Изучено',
  probe: 'Профессиональная проба',
}

const states: Record<EvidenceState, string> = {
  claimed: 'заявлено',
  ready: 'ждёт отзыва',
  confirmed: 'подтверждено',
  partly: 'частично',
  not_yet: 'пока нет',
  disputed: 'оспорено',
  superseded: 'заменено',
}

const outcomes: Record<Outcome, string> = { accepted: 'Принято', returned: 'Возвращено с вопросами', opinion: 'Ещё одно мнение' }

export default {
  kilobytes: 'КБ',
  megabytes: 'МБ',
  title: (owner: string) => `Портфолио: ${owner}`,
  authors: 'Авторы',
  made: (day: string) => `Сохранено ${day}`,
  contents: 'Содержание',
  others: 'Записи',
  untitled: 'Без названия',
  reflection: 'Мысли о работе',
  pieces: 'Из работы',
  evidence: 'Что это показывает',
  claimed: (level: string) => `заявлен уровень: ${level}`,
  verdict: (by: string, day: string) => `${by}, ${day}`,
  accepted: (topic: string) => `зачтено в школе: ${topic}`,
  remarks: 'Замечания',
  settled: 'Решено.',
  reviews: 'Отзывы',
  outcomes,
  of: (records: string) => `О записях: ${records}`,
  answer: (day: string) => `Ответ авторов, ${day}`,
  map: 'Карта компетенций',
  competency: 'Компетенция',
  level: 'Уровень',
  shown: 'Подтверждён',
  count: 'Записей',
  rollup: {
    latest: 'Показан уровень последнего подтверждения.',
    highest: 'Показан самый высокий подтверждённый уровень.',
    median: 'Показана медиана трёх последних подтверждений.',
  },
  maps: {
    of: (name: string) => `Карта компетенций: ${name}`,
    team: (name: string) => `Карта команды: ${name}`,
    group: (name: string) => `Карта группы: ${name}`,
  },
  version: (version: string) => `версия ${version}`,
  asOf: (day: string) => `Как было ${day}`,
  sum: (confirmed: number, begun: number, empty: number) => `Подтверждено ${confirmed}, в работе ${begun}, пока пусто ${empty}`,
  earlier: (version: string, level: number) => `Подтверждено в версии ${version}: уровень ${level}`,
  earlierWhy: 'Подтверждённое в прежней версии названо рядом и в этой не считается, пока его не подтвердят заново.',
  legend: 'Обозначения',
  shownSign: 'уровень подтверждён',
  claimedSign: 'заявлено, ещё не подтверждено',
  person: 'Участник',
  have: 'У скольких есть',
  crowdWhy:
    'Число: подтверждённый уровень. В скобках: заявлен выше. В квадратных скобках: подтверждён в прежней версии, здесь не считается.',
  nobody: 'Здесь пока никого нет.',
  badges: 'Значки',
  badge: (issuer: string, day: string) => `${issuer}, ${day}`,
  file: 'Файл',
  none: 'Записей пока нет.',
  page: (n: number, of: number) => `${n} из ${of}`,
  prompts: {
    proud: 'Чем ты гордишься больше всего?',
    hard: 'Что было трудно и что помогло справиться?',
    change: 'Что в следующий раз стоит сделать иначе?',
    learned: 'Что у тебя теперь получается, а раньше не получалось?',
    who: 'Кто помогал тебе, а кто рассчитывал на тебя?',
    works: 'Откуда видно, что это работает?',
    next: 'Что хочется попробовать дальше?',
  } satisfies Record<Prompt, string>,
  kinds,
  states,
}
