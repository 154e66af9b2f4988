import type { PaintName } from '@sheber/document/colour'
import type { Lock } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'

const count = counter('ru')

const paint: Record<PaintName, string> = {
  ink: 'чёрный',
  grey: 'серый',
  red: 'красный',
  orange: 'оранжевый',
  yellow: 'жёлтый',
  green: 'зелёный',
  blue: 'синий',
  violet: 'фиолетовый',
  white: 'белый',
}

const lock: Record<Exclude<Lock, ''>, string> = {
  place: 'место закреплено',
  content: 'содержание закреплено',
  all: 'закреплено',
}

/** Fetched with the outline: a board opens without. */
export default {
  title: 'Доска списком',
  close: 'Закрыть список',
  tree: 'Всё, что на доске, по порядку чтения',
  size: (n: number) => count(n, { one: '# предмет', few: '# предмета', other: '# предметов' }),
  empty: 'На доске пока ничего нет. Добавьте первый стикер.',
  emptyRead: 'На доске пока ничего нет.',
  find: 'Найти на доске',
  none: 'Таких слов на доске нет.',
  blank: 'пусто',
  vote: { open: 'идёт', closed: 'завершено' },
  undescribed: 'не сказано, что здесь видно',
  unknown: 'Предмет из более новой версии',
  group: (n: number) => `Группа: ${count(n, { one: '# предмет', few: '# предмета', other: '# предметов' })}`,
  groupKind: 'Группа',
  drawings: (n: number) => count(n, { one: '# рисунок', few: '# рисунка', other: '# рисунков' }),
  leads: (to: string) => `→ ${to}`,
  comes: (from: string) => `← ${from}`,
  loose: 'свободный конец',
  labelled: (way: string, label: string) => `${way}: ${label}`,
  paint,
  lock,
  held: 'Закреплено: сначала снимите замок.',
  readOnly: 'Эту доску можно только смотреть.',
  nowhere: 'Дальше двигать некуда.',
  moved: (at: number, of: number) => `Теперь ${at}-е из ${of}.`,
  onFrame: (name: string) => `Теперь в рамке «${name}».`,
  offFrame: 'Теперь вне рамки.',
  connected: 'Соединено.',
  deleted: (n: number) => `Удалено: ${count(n, { one: '# предмет', few: '# предмета', other: '# предметов' })}.`,
  back: 'Вернуть',
  add: { label: 'Добавить', note: 'Стикер', text: 'Надпись', frame: 'Рамка' },
  bin: 'Удалённое: вернуть',
  write: 'Текст',
  more: (name: string) => `Что сделать: ${name}`,
  fold: 'Свернуть или развернуть',
  deeds: {
    write: 'Написать',
    open: 'Открыть',
    add: 'Новый стикер после этого',
    show: 'Показать на доске',
    connect: 'Соединить с…',
    earlier: 'Раньше по порядку',
    later: 'Позже по порядку',
    move: 'Переложить в рамку…',
    out: 'Вынуть из рамки',
    about: 'Кто и когда это сделал',
    lock: 'Закрепить',
    unlock: 'Снять замок',
    remove: 'Удалить',
    colour: 'Цвет',
  },
  pick: { connect: 'С чем соединить', move: 'В какую рамку', find: 'Слова предмета', none: 'Ничего не нашлось.' },
  keys: 'Стрелки ведут по списку, Enter открывает текст, Insert кладёт новый стикер, Alt со стрелками двигает, Delete удаляет.',
}
