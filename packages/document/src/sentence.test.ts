import { expect, it } from 'vitest'
import { ended } from './sentence.ts'
import { inSentences } from './wordsof.ts'

it.each([
  ['one after the other', ['Өлшемдер', 'Кернеу', 'Ток'], 'Өлшемдер. Кернеу. Ток'],
  ['after a question no full stop', ['Неше қалақ?', 'Үш', 'Бес'], 'Неше қалақ? Үш. Бес'],
  ['after an exclamation neither', ['Ұшты!', 'Жел'], 'Ұшты! Жел'],
  ['after a closing quote that ends a sentence', ['«Ұшты!»', 'Жел'], '«Ұшты!» Жел'],
  ['what breaks off stays as it was written', ['Жоқ... бар', 'Жел'], 'Жоқ... бар. Жел'],
  ['after what breaks off no other full stop', ['Жел…', 'Күн...', 'Ток'], 'Жел… Күн... Ток'],
  ['after a shortened name neither', ['Айдана С.', 'Ток'], 'Айдана С. Ток'],
  ['a question in the midst is no end', ['Неге? Себебі жел', 'Ток'], 'Неге? Себебі жел. Ток'],
  ['without what says nothing', ['', ' ', 'Жел'], 'Жел'],
  ['of nothing nothing', [], ''],
])('words are joined as sentences: %s', (_, parts, said) => expect(inSentences(parts)).toBe(said))

it.each([
  ['Айдана', 'Айдана.'],
  ['Айдана С.', 'Айдана С.'],
  ['Соединить с…', 'Соединить с…'],
  ['«Жел?»', '«Жел?»'],
  ['«Жел»', '«Жел».'],
])('the last words of a sentence, %s, end it once', (words, said) => expect(ended(words)).toBe(said))
