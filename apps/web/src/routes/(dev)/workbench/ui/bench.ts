/** Plain data, for the page here and for the browser tests that drive it. */
export const bench = {
  kinds: ['primary', 'plain', 'quiet', 'danger'],
  notices: ['info', 'good', 'warning', 'problem'],
  word: 'Поставить на доску',
  sentence: 'Әр мектептің балалары бір тақтада жұмыс істейді; взрослые рядом, and every hand is seen.',
  problem: 'Здесь пока пусто',
  options: [
    { value: 'a', label: 'Авиамоделирование' },
    { value: 'b', label: 'Робототехника' },
  ],
  colours: [
    'paper',
    'surface',
    'sunk',
    'ink',
    'quiet',
    'line',
    'edge',
    'primary',
    'accent',
    'success',
    'warning',
    'danger',
    'note-yellow',
    'note-blue',
    'note-green',
    'note-pink',
    'note-violet',
    'note-white',
  ],
  people: ['Айдана С.', 'Тимур К.', 'Данияр Ж.', 'Полина В.', 'Мадина Ө.', 'Ерасыл Қ.', 'Гүлнар Ы.', 'Болат', 'Әсел Ғ.', 'Ivan P.'].map(
    (name, n) => ({
      id: `person-${n}`,
      name,
    }),
  ),
} as const
