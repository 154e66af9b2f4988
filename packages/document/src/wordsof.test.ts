import { expect, it } from 'vitest'
import { inSentences } from './wordsof.ts'

it.each([
  ['one after the other', ['Өлшемдер', 'Кернеу', 'Ток'], 'Өлшемдер. Кернеу. Ток'],
  ['after a question no full stop', ['Неше қалақ?', 'Үш', 'Бес'], 'Неше қалақ? Үш. Бес'],
  ['after an exclamation neither', ['Ұшты!', 'Жел'], 'Ұшты! Жел'],
  ['what breaks off stays as it was written', ['Жоқ... бар', 'Жел'], 'Жоқ... бар. Жел'],
  ['without what says nothing', ['', ' ', 'Жел'], 'Жел'],
  ['of nothing nothing', [], ''],
])('words are joined as sentences: %s', (_, parts, said) => expect(inSentences(parts)).toBe(said))
