import type { NoteColour } from '@sheber/contract/board'
import type { Kind } from '@sheber/document/thing'
import { counter } from '../words/plural.ts'

const count = counter('ru')
const changes = (n: number) => count(n, { one: '# изменение', few: '# изменения', other: '# изменений' })
const things = (n: number) => count(n, { one: '# предмет', few: '# предмета', other: '# предметов' })

const colour: Record<NoteColour, string> = {
  yellow: 'жёлтый',
  blue: 'голубой',
  green: 'зелёный',
  pink: 'розовый',
  violet: 'сиреневый',
  white: 'белый',
}

const kind: Record<Kind, string> = {
  note: 'Стикер',
  text: 'Надпись',
  shape: 'Фигура',
  ink: 'Рисунок',
  connector: 'Соединитель',
  frame: 'Рамка',
  image: 'Картинка',
  model: '3D-модель',
  card: 'Карточка',
  link: 'Ссылка',
  stamp: 'Наклейка',
  dimension: 'Размер',
  symbol: 'Условный знак',
  part: 'Деталь',
  formula: 'Формула',
  code: 'Код',
  table: 'Таблица',
  poll: 'Опрос',
  round: 'Голосование',
  timer: 'Таймер',
}

export default {
  workshop: { tray: 'Детали и знаки', wiring: 'Соединения' },
  title: (project: string) => `Доска: ${project}`,
  back: 'К проекту',
  opening: 'Открываем доску…',
  board: 'Доска',
  look: 'Вы можете смотреть',
  lookNow: 'Теперь вы можете только смотреть.',
  writeNow: 'Теперь вы можете писать на доске.',
  versions: 'Версии',
  export: 'Сохранить в файл',
  tools: {
    label: 'Инструменты доски',
    select: 'Выбор',
    hand: 'Рука: двигать лист',
    note: 'Новый стикер',
    text: 'Надпись',
    shape: 'Фигура',
    connector: 'Соединитель',
    pen: 'Рисовать',
    frame: 'Рамка',
    picture: 'Картинка с этого устройства',
    stamp: 'Наклейка',
    more: 'Ещё инструменты',
    undo: 'Отменить своё действие',
    redo: 'Вернуть своё действие',
    menu: 'Меню доски',
    letGo: (label: string) => `${label}: нажмите ещё раз, чтобы отложить`,
    key: (name: string, key: string) => `${name} (${key})`,
  },
  colour,
  kind,
  /** What a card stands for. */
  card: { task: 'Задача', page: 'Страница дневника', file: 'Файл', record: 'Запись портфолио', board: 'Доска', project: 'Проект' },
  coming: 'Картинка ещё в пути',
  stamp: {
    star: 'Звезда',
    tick: 'Готово',
    question: 'Есть вопрос',
    heart: 'Нравится',
    thumb: 'Молодец',
    bulb: 'Идея',
    warning: 'Внимание',
    fire: 'Огонь',
    clock: 'Время',
    target: 'Цель',
    gear: 'В работе',
    thanks: 'Спасибо',
  },
  zoom: {
    label: 'Масштаб',
    in: 'Крупнее',
    out: 'Мельче',
    whole: (percent: number) => `${percent} %. Показать в настоящую величину`,
    fit: 'Показать всё',
  },
  note: {
    list: 'Предметы на доске',
    label: (of: { kind: Kind; colour: NoteColour | null; by: string; text: string; n: number; all: number }) =>
      `${kind[of.kind]}${of.colour ? `, ${colour[of.colour]}` : ''}${of.by && `, ${of.by}`}: ${of.text || 'пусто'}, ${of.n} из ${of.all}`,
    unknown: (n: number, all: number) => `Предмет из более новой версии, ${n} из ${all}`,
    write: 'Текст',
    left: (n: number) => count(n, { one: 'Ещё # знак', few: 'Ещё # знака', other: 'Ещё # знаков' }),
    full: (n: number) => `Больше не помещается: ${n} знаков. Возьмите ещё один.`,
    place: 'Покажите место для стикера. Enter положит его посередине.',
  },
  empty: {
    title: 'Здесь пока пусто',
    add: 'Положить первый стикер',
    write: 'Двойное нажатие — новый стикер',
    together: 'Команда видит всё сразу',
    offline: 'Нет сети? Пишите, потом всё сойдётся',
  },
  deleted: (n: number) => (n === 1 ? 'Удалено' : `Удалено: ${n}`),
  missing: 'Эта часть не загрузилась. Проверьте сеть и попробуйте ещё раз.',
  said: {
    theirs: 'После вас это изменил кто-то ещё. Чужое изменение остаётся.',
    tooMany: (most: number) => `За один раз на доску ложится не больше ${most} предметов. Скопируйте часть.`,
    locked: 'Это заперто. Сначала снимите замок.',
    nothingToPaste: 'В буфере обмена нет ничего, что может показать доска.',
  },
  restore: 'Вернуть',
  takenAway: 'Это удалил кто-то другой. Ваш текст сохранён.',
  people: {
    label: (names: string) => `Сейчас здесь: ${names}`,
    open: 'Кто на доске и что показать всем',
    you: 'вы',
    more: (n: number) => `+${n}`,
    came: (name: string, n: number) => `${name}: добавлено ${things(n)}`,
    removed: (name: string, n: number) => `${name}: удалено ${things(n)}`,
    somebody: 'Кто-то',
  },
  live: { on: 'Связь есть', off: 'Связи нет' },
  offline: 'Нет интернета. Работайте дальше: всё остаётся на этом устройстве.',
  save: {
    label: 'Сохранность работы',
    saved: 'Сохранено',
    saving: 'Сохраняем…',
    waiting: (n: number) =>
      n > 0
        ? `Сохранено на этом устройстве, ${count(n, { one: 'ждёт # изменение', few: 'ждут # изменения', other: 'ждут # изменений' })}`
        : 'Сохранено на этом устройстве',
    waitingShort: (n: number) => (n > 0 ? `На устройстве: ${n}` : 'На этом устройстве'),
    failed: 'Не сохранено!',
    savedMore: 'Всё записано на сервере. Доску можно закрыть.',
    savingMore: 'Изменения идут на сервер. Это займёт мгновение.',
    waitingMore: (n: number) =>
      `${n > 0 ? `${changes(n)} лежит на этом устройстве. ` : ''}Когда связь вернётся, всё уйдёт на сервер само. До этого не очищайте данные браузера.`,
    failedMore:
      'Работа не записывается ни на сервер, ни на это устройство. Не закрывайте страницу. Проверьте интернет и место на диске, важное перепишите.',
    full: (n: number) => `Больше не помещается: ${n} знаков. Возьмите ещё один.`,
    fullMore: 'На этом устройстве нет места, а связи с сервером нет. Не закрывайте страницу. Освободите место или сохраните работу в файл.',
  },
  closed: { kept: (n: number) => `${changes(n)} — на этом устройстве, ещё не на сервере.` },
}
