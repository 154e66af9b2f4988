/** What other pages say of it: the rest comes with its own. */
export default {
  title: 'Зачёт результатов',
  link: 'Зачесть результаты из центра',
}
