import type ru from './words.ru.ts'

export default {
  made: 'Модель, құрал, бағдарлама, сурет',
  tested: 'Тексердік, өлшедік, түзеттік',
  presented: 'Басқаларға көрсеттік: қорғау, көрме',
  helped: 'Үйреттім, ақыл бердім, қолдадым',
  learned: 'Курс, кітап, жаңа тәсіл',
  probe: 'Мамандықты іс жүзінде байқап көрдім',
} satisfies typeof ru
