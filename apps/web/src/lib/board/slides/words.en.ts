import type ru from './words.ru.ts'

export default {
  show: 'Frames as slides',
  at: (n: number, all: number, title: string) => `${n} of ${all}${title && `: ${title}`}`,
  next: 'Next slide',
  previous: 'Previous slide',
  whole: 'Full screen',
  end: 'End the show',
  laser: 'Laser pointer',
  order: 'Order of the slides',
  orderHint: 'Drag a slide by its handle, or move it with Alt and the arrows.',
  slide: (n: number) => `Slide ${n}`,
  earlier: (name: string) => `Earlier: ${name}`,
  later: (name: string) => `Later: ${name}`,
  moved: (at: number, all: number) => `Now ${at} of ${all}.`,
} satisfies typeof ru
