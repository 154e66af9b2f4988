import type ru from './words.ru.ts'

export default {
  show: 'Жақтауларды көрсету',
  at: (n: number, all: number, title: string) => `${n} / ${all}${title && `: ${title}`}`,
  next: 'Келесі слайд',
  previous: 'Алдыңғы слайд',
  whole: 'Толық экран',
  end: 'Көрсетуді аяқтау',
} satisfies typeof ru
