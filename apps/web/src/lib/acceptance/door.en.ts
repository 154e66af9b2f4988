import type ru from './door.ru.ts'

export default {
  title: 'Accepted at school',
  link: 'Accept results from the centre',
} satisfies typeof ru
