import type ru from './door.ru.ts'

export default {
  title: 'Нәтижелерді есепке алу',
  link: 'Орталықтағы нәтижелерді есепке алу',
} satisfies typeof ru
