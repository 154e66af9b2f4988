import type ru from './words.ru.ts'

export default { map: 'Map of the board. Arrows move the paper', close: 'Put the map away' } satisfies typeof ru
