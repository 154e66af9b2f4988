export default {
  show: 'Показ рамок',
  at: (n: number, all: number, title: string) => `${n} из ${all}${title && `: ${title}`}`,
  next: 'Следующий слайд',
  previous: 'Предыдущий слайд',
  whole: 'Во весь экран',
  end: 'Закончить показ',
}
