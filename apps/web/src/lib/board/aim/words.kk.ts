import { ended } from '@sheber/document/sentence'
import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('kk')
const things = (n: number) => count(n, { other: '# зат' })

export default {
  label: 'Тақтадағы нысана',
  hint: { down: 'Enter: түсіру', put: 'Enter: осында', away: 'Esc: жинау' },
  begin: (tool: string) =>
    `Тақтада нысана тұр. Құрал: ${ended(tool)} Көрсеткілер нысананы жүргізеді, Shift-пен алысырақ. Enter немесе бос орын құралды түсіреді және көтереді, Escape басталғанды тастайды.`,
  put: (tool: string) =>
    `Тақтада нысана тұр. Құрал: ${ended(tool)} Көрсеткілер нысананы жүргізеді, Shift-пен алысырақ. Enter осында қояды, Escape құралды қайтарады.`,
  down: 'Түсірілді.',
  drawn: 'Сызылды.',
  laid: 'Дайын.',
  nothing: 'Ештеңеге тимедік.',
  erased: (n: number) => `Өшірілді: ${things(n)}.`,
  taken: (n: number) => `Таңдалды: ${things(n)}.`,
  dropped: 'Басталған іс тоқтатылды.',
  over: (name: string) => `Осында: ${name}`,
  paper: 'Таза парақ',
  unknown: 'Жаңа нұсқадан келген зат',
} satisfies typeof ru
