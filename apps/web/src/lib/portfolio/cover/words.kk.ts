import type ru from './words.ru.ts'

export default {
  title: 'Тақырып',
  about: 'Өзім немесе командам туралы',
  aboutWhy: 'Портфолионы ашқан адамға арналған бірнеше сөз.',
  colour: 'Түсі',
  colours: { blue: 'көк', green: 'жасыл', orange: 'қызғылт сары', red: 'қызыл', violet: 'күлгін', grey: 'сұр' },
  picture: 'Сурет',
  device: 'Осы құрылғыдан',
  replace: 'Суретті ауыстыру',
  remove: 'Суретті алып тастау',
  from: 'Немесе осы портфолиодан',
  alt: 'Суретте не бар',
  altWhy: 'Оны көрмейтіндер үшін.',
  sending: 'Жіберіліп жатыр…',
  nth: (n) => `${n}-сурет`,
} satisfies typeof ru
