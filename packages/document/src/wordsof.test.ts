import { expect, it } from 'vitest'
import { inSentences } from './wordsof.ts'

it.each([
  ['one after the other', ['Өлшемдер', 'Кернеу', 'Ток'], 'Өлшемдер. Кернеу. Ток'],
  ['after a question no full stop', ['Неше қалақ?', 'Үш', 'Бес'], 'Неше қалақ? Үш. Бес'],
  ['after a name that ends with one neither', ['Айдана С.', 'Жел'], 'Айдана С. Жел'],
  ['after a colon what it promises', ['Материалдар:', 'ағаш'], 'Материалдар: ағаш'],
  ['without what says nothing', ['', ' ', 'Жел'], 'Жел'],
  ['of nothing nothing', [], ''],
])('words are joined as sentences: %s', (_, parts, said) => expect(inSentences(parts)).toBe(said))
