import type ru from './words.ru.ts'

export default { map: 'Тақта картасы. Бағдарлы пернелер парақты жылжытады', close: 'Картаны жинау' } satisfies typeof ru
