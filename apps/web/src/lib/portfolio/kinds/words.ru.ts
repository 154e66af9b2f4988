/** What one writes down under each kind of record: read where one is chosen. */
export default {
  made: 'Модель, прибор, программа, рисунок',
  tested: 'Проверили, измерили, исправили',
  presented: 'Показали другим: защита, выставка',
  helped: 'Объяснение, подсказка, поддержка',
  learned: 'Курс, книга, новый приём',
  probe: 'Проба профессии в деле',
}
