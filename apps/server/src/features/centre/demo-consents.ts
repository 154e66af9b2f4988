/**
 * What guardians signed, where nothing else is said: the work and the name. So one sees in the demo what happens where they did not:
 * of some the work alone, of some nothing, and some have changed their minds.
 */
export const workOnly: readonly string[] = [
  ...['Полина В.', 'Камила Б.', 'Ғалия О.', 'Адема Қ.', 'Сымбат К.', 'Жұлдыз А.', 'Рахат Ж.', 'Бауыржан С.', 'Егор П.', 'Хадиша О.'],
  ...['Мирон С.', 'Юлия К.', 'Нұрай Е.', 'Айым С.', 'Варвара Н.', 'Ерасыл М.', 'Мирас А.', 'Софья Т.', 'Дария М.', 'Жанибек К.'],
  ...['Аяла Т.', 'Мейірім Р.', 'Ақерке С.'],
]
export const unsigned: readonly string[] = [
  'Агния П.',
  'Алдияр С.',
  'Артём Л.',
  'Богдан Ш.',
  'Медина А.',
  'Ясмин Б.',
  'Кира Д.',
  'Семён Б.',
]
export const withdrawn: readonly string[] = ['Злата И.', 'Марк Е.', 'Тимофей Г.', 'Эмиль Г.']

/** Whose name stands under the paper: invented as well. */
export const signers: readonly string[] = ['Гүлжан', 'Ирина', 'Асель', 'Наталья', 'Бақыт', 'Ольга', 'Жанар', 'Светлана', 'Ержан', 'Сергей']
