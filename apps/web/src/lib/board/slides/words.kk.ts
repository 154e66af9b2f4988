import type ru from './words.ru.ts'

export default {
  show: 'Жақтауларды көрсету',
  at: (n: number, all: number, title: string) => `${n} / ${all}${title && `: ${title}`}`,
  next: 'Келесі слайд',
  previous: 'Алдыңғы слайд',
  whole: 'Толық экран',
  end: 'Көрсетуді аяқтау',
  laser: 'Лазер көрсеткіш',
  order: 'Слайдтардың реті',
  orderHint: 'Слайдты тұтқасынан ұстап сүйреңіз немесе Alt пен көрсеткі пернелермен жылжытыңыз.',
  slide: (n: number) => `${n}-слайд`,
  earlier: (name: string) => `Ертерек: ${name}`,
  later: (name: string) => `Кейінірек: ${name}`,
  moved: (at: number, all: number) => `Енді орны: ${at} / ${all}.`,
} satisfies typeof ru
