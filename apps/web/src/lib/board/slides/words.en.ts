import type ru from './words.ru.ts'

export default {
  show: 'Frames as slides',
  at: (n: number, all: number, title: string) => `${n} of ${all}${title && `: ${title}`}`,
  next: 'Next slide',
  previous: 'Previous slide',
  whole: 'Full screen',
  end: 'End the show',
} satisfies typeof ru
