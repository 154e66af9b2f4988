import type ru from './words.ru.ts'

export default {
  name: 'English',
  portfolio: 'Portfolio',
  of: (names) => `Portfolio of ${names}`,
  authors: 'Authors',
  records: 'Records',
  shows: 'Confirmed',
  level: (height, title) => `level ${height}: ${title}`,
  piece: 'Part of a board',
  leaf: 'Page of a notebook',
  badges: 'Badges',
  check: 'Verify',
  given: (day) => `Published on ${day}. You see what the authors chose to show; work of children by consent of their guardians.`,
  about: 'Work of pupils, shown by consent of their guardians.',
  languages: 'Language of the page',
  gone: 'This page has been closed',
  goneWhy: 'The authors or a child’s guardian no longer show this work to everybody. Nothing of it is left here.',
  none: 'There is no such page',
  noneWhy: 'Check the address: a letter of it may be lost.',
  late: 'Too many visitors at this moment',
  lateWhy: 'The page opens by itself in a few seconds.',
} satisfies typeof ru
