import { ended } from '@sheber/document/sentence'
import { counter } from '../../words/plural.ts'

const count = counter('ru')
const things = (n: number) => count(n, { one: '# предмет', few: '# предмета', many: '# предметов', other: '# предмета' })

/** Fetched with the first press of an arrow while a tool is in hand. */
export default {
  label: 'Прицел на доске',
  /** Under the crosshair, until it was used once. */
  hint: { down: 'Enter: опустить', put: 'Enter: сюда', away: 'Esc: отложить' },
  begin: (tool: string) =>
    `Прицел на доске. Инструмент: ${ended(tool)} Стрелки ведут прицел, с Shift дальше. Enter или пробел опускает инструмент и поднимает, Escape бросает начатое.`,
  put: (tool: string) =>
    `Прицел на доске. Инструмент: ${ended(tool)} Стрелки ведут прицел, с Shift дальше. Enter кладёт сюда, Escape откладывает инструмент.`,
  down: 'Опущено.',
  drawn: 'Нарисовано.',
  laid: 'Готово.',
  nothing: 'Ничего не тронуто.',
  erased: (n: number) => `Стёрто: ${things(n)}.`,
  taken: (n: number) => `Выбрано: ${things(n)}.`,
  dropped: 'Начатое отменено.',
  over: (name: string) => `Здесь: ${name}`,
  paper: 'Чистый лист',
  unknown: 'Предмет из более новой версии',
}
