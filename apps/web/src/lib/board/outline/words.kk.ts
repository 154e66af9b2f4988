import type { PaintName } from '@sheber/document/colour'
import type { Lock } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('kk')
const things = (n: number) => count(n, { other: '# зат' })

const paint: Record<PaintName, string> = {
  ink: 'қара',
  grey: 'сұр',
  red: 'қызыл',
  orange: 'қызғылт сары',
  yellow: 'сары',
  green: 'жасыл',
  blue: 'көк',
  violet: 'күлгін',
  white: 'ақ',
}

const lock: Record<Exclude<Lock, ''>, string> = {
  place: 'орны бекітілген',
  content: 'мазмұны бекітілген',
  all: 'бекітілген',
}

export default {
  title: 'Тақта тізім түрінде',
  close: 'Тізімді жабу',
  tree: 'Тақтадағының бәрі, оқу ретімен',
  size: things,
  empty: 'Тақта әзірге бос. Алғашқы жапсырманы қосыңыз.',
  emptyRead: 'Тақта әзірге бос.',
  find: 'Тақтадан іздеу',
  none: 'Тақтада мұндай сөз жоқ.',
  blank: 'бос',
  vote: { open: 'жүріп жатыр', closed: 'аяқталды' },
  undescribed: 'не көрінетіні айтылмаған',
  unknown: 'Жаңарақ нұсқада жасалған зат',
  group: (n) => `Топ: ${things(n)}`,
  groupKind: 'Топ',
  drawings: (n) => count(n, { other: '# салынған сурет' }),
  leads: (to) => `→ ${to}`,
  comes: (from) => `← ${from}`,
  loose: 'бос ұш',
  labelled: (way, label) => `${way}: ${label}`,
  paint,
  lock,
  held: 'Бекітілген: алдымен құлпын ашыңыз.',
  readOnly: 'Бұл тақтаны тек қарауға болады.',
  nowhere: 'Бұдан әрі жылжымайды.',
  moved: (at, of) => `Енді орны: ${at} / ${of}.`,
  onFrame: (name) => `Енді «${name}» жақтауында.`,
  offFrame: 'Енді жақтаудан тыс.',
  connected: 'Қосылды.',
  deleted: (n) => `Жойылды: ${things(n)}.`,
  back: 'Қайтару',
  add: { label: 'Қосу', note: 'Жапсырма', text: 'Жазу', frame: 'Жақтау' },
  bin: 'Жойылғандар: қайтару',
  write: 'Мәтін',
  more: (name) => `Не істеу керек: ${name}`,
  fold: 'Жинау немесе жаю',
  deeds: {
    write: 'Жазу',
    open: 'Ашу',
    add: 'Осыдан кейін жаңа жапсырма',
    show: 'Тақтадан көрсету',
    connect: 'Басқасымен қосу…',
    earlier: 'Ретімен бұрынырақ',
    later: 'Ретімен кейінірек',
    move: 'Жақтауға салу…',
    out: 'Жақтаудан шығару',
    about: 'Мұны кім, қашан жасады',
    lock: 'Бекіту',
    unlock: 'Құлпын ашу',
    remove: 'Жою',
    colour: 'Түсі',
  },
  pick: { connect: 'Немен қосамыз', move: 'Қай жақтауға', find: 'Заттағы сөздер', none: 'Ештеңе табылмады.' },
  keys: 'Көрсеткіштер тізіммен жүргізеді, Enter мәтінді ашады, Insert жаңа жапсырма қояды, Alt пен көрсеткіштер жылжытады, Delete жояды.',
} satisfies typeof ru
