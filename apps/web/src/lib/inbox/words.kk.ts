import type ru from './words.ru.ts'

export default {
  title: 'Жаңалықтар',
  none: 'Әзірге ештеңе болған жоқ',
  noneWhy: 'Сізге қатысты нәрсенің бәрі осында шығады: жауаптар, пікірлер, шақырулар.',
  fresh: 'жаңа',
  lines: {
    'team.joined': (by, about) => (by ? `${by} сізді «${about}» командасына қосты` : `Сіз «${about}» командасындасыз`),
    'team.left': (by, about) => (by ? `${by} сізді «${about}» командасынан шығарды` : `Сіз енді «${about}» командасында емессіз`),
    'comment.mentioned': (by, about) => `${by} «${about}» тақтасында сізді атады`,
    'comment.answered': (by, about) => `${by} «${about}» тақтасында сіз қатысқан талқыға жауап берді`,
    'portfolio.changed': (by, about) => `${by} «${about}» портфолиосының авторларын өзгертті`,
    'acceptance.accepted': (by, about) => `${by} (${about}) дәлеліңізді мектепте есепке алды`,
    'evidence.disputed': (by, about) => `${by} пікірмен келіспейді, портфолио иесі: ${about}`,
    'badge.issued': (by, about) => `Сізде жаңа «${about}» төсбелгісі бар. Берген: ${by}`,
    'review.asked': (by, about) => `${by} пікір сұрайды, жұмыс иесі: ${about}`,
    'review.reviewed': (by, about) => `${by} «${about}» портфолиосына пікір берді`,
    'result.reported': (_, about) => `Нәтиже жарияланды: «${about}» қалай бағаланды`,
    'guardian.added': (by, about) => `${by} сізді заңды өкіл ретінде жазды: ${about}`,
    'stand.offered': (by, about) => `Көрмеге жаңа өтінім: «${about}» (${by})`,
    'stand.welcomed': (by, about) => `«${about}» жобасы көрмеге қабылданды (${by})`,
    'stand.answered': (by, about) => `${by} «${about}» өтінімін қайтарды: түзету керек`,
    'stand.dropped': (by, about) => `«${about}» стенді көрмеден алынды (${by})`,
    'judge.invited': (by, about) => `${by} сізді қазылар алқасына шақырады: ${about}`,
    'guardian.shown': (_, about) => `Сізге жаңа жазбалар ашылды, портфолио иесі: ${about}`,
    'guardian.published': (by, about) => `${by} жазбаларды бәріне ашық бетке шығарды. Авторлардың бірі: ${about}`,
  },
} satisfies typeof ru
