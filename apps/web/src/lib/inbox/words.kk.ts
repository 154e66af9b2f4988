import type ru from './words.ru.ts'

export default {
  title: 'Жаңалықтар',
  none: 'Әзірге ештеңе болған жоқ',
  noneWhy: 'Сізге қатысты нәрсенің бәрі осында шығады: жауаптар, пікірлер, шақырулар.',
  fresh: 'жаңа',
  lines: {
    'team.joined': (by, about) => `Сіз «${about}» командасындасыз. Қосқан: ${by}`,
    'team.left': (by, about) => `Сіз енді «${about}» командасында емессіз. Шешім: ${by}`,
    'comment.mentioned': (by, about) => `${by} «${about}» тақтасында сізді атады`,
    'comment.answered': (by, about) => `${by} «${about}» тақтасында сіз қатысқан талқыға жауап берді`,
    'portfolio.changed': (by, about) => `${by} «${about}» портфолиосының авторларын өзгертті`,
    'acceptance.accepted': (by, about) => `${by} (${about}) дәлеліңізді мектепте есепке алды`,
  },
} satisfies typeof ru
