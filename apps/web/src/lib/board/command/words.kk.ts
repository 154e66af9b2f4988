import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('kk')

export default {
  palette: 'Әрекеттер және тақтадағы заттар',
  ask: 'Не істейміз немесе не іздейміз?',
  commands: 'Әрекеттер',
  things: 'Тақтада',
  nothing: 'Ештеңе табылмады. Басқа сөз жазып көріңіз.',
  found: (n: number) => count(n, { other: '# жауап табылды' }),
  empty: 'сөзі жоқ',
  find: 'Тақтадан табу',
  word: 'Сөз немесе оның бөлігі',
  at: (n: number, all: number) => (all === 0 ? 'Табылмады' : `${n} / ${all}`),
  next: 'Келесісі',
  previous: 'Алдыңғысы',
  close: 'Жабу',
  join: {
    from: (name: string) => `«${name}»: қай шықпасын қосамыз?`,
    to: (name: string) => `«${name}» немен қосылсын?`,
    pin: (name: string) => `«${name}»: қай шықпасына?`,
    whole: 'Тұтас, шықпасыз',
    pins: (n: number) => count(n, { other: '# шықпа' }),
    type: 'Атауы немесе шықпасы',
    keys: 'Жоғары және төмен көрсеткілер таңдайды, Enter қосады, Escape жабады. Тақтадағы затты басуға да болады.',
    done: (from: string, to: string) => `Қосылды: ${from} → ${to}`,
    none: 'Тақтада қосатын басқа зат жоқ.',
  },
  menu: 'Не істеуге болады',
  board: 'Тақта мәзірі',
  help: 'Тақта пернелері',
  helpHint: 'Әріптер латын және қазақ, орыс пернетақтасы үшін қатар берілген: әріп емес, перненің орны маңызды.',
  letters: 'Бір әріптік пернелер қосулы',
  lettersHint: 'Дауыспен теруге немесе экран оқитын бағдарламаға кедергі болса, өшіріп қойыңыз.',
  groups: { tools: 'Құралдар', edit: 'Түзету', arrange: 'Реті', move: 'Қозғалыс', look: 'Көрініс', other: 'Басқа' },
  keys: { Space: 'Бос орын', click: 'басу', drag: 'сүйреу' },
  on: 'қосулы',
  off: 'өшірулі',
} satisfies typeof ru
