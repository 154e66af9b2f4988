import type { Reactions } from '@sheber/contract/visitor'
import type { Poster } from './demo-posters.ts'

interface DemoQuestion {
  readonly words: string
  /** In the team’s name. Null: it has not answered yet. */
  readonly answer: string | null
  /** Nobody has read it yet, so nobody sees it. */
  readonly waits?: boolean
}

/** What families have left at a stand. */
export interface DemoVisits {
  readonly reactions: Reactions
  /** How often its page was opened on each day of the hall. */
  readonly looks: readonly number[]
  readonly questions: readonly DemoQuestion[]
  /** For the audience’s prize, while it is open. */
  readonly votes: number
}

const seen = (
  like: number,
  wow: number,
  idea: number,
  looks: readonly number[],
  votes = 0,
  questions: readonly DemoQuestion[] = [],
): DemoVisits => ({
  reactions: { like, wow, idea },
  looks,
  votes,
  questions,
})

export const visits: Readonly<Partial<Record<Poster, DemoVisits>>> = {
  glider: seen(19, 8, 2, [46, 31], 6, [
    {
      words: 'Почему крыло у хвоста тоньше? Это для красоты или так лучше летит?',
      answer: 'Так лучше летит: лёгкий конец крыла меньше качает. На рисунке видно, где мы сняли бальзу.',
    },
    {
      words: 'А на улице он полетит или только в зале?',
      answer: 'В тихую погоду полетит. При ветре сильнее 3 м/с его сносит, мы проверили.',
    },
    { words: 'Можно взять чертёж для нашего кружка в селе?', answer: null, waits: true },
  ]),
  robot: seen(23, 9, 4, [51, 38], 7, [
    { words: 'Что будет, если линия прервётся?', answer: 'Он помнит, куда ехал, и ищет её полсекунды. Потом останавливается.' },
  ]),
  sumo: seen(31, 17, 1, [60, 44], 9),
  weather: seen(27, 14, 6, [73, 52], 8, [
    {
      words: 'Қыста батареясы қанша күнге жетеді?',
      answer: 'Минус жиырмада он бір күнге жетті. Күн панелі бар кезде өзі зарядталады.',
    },
    { words: 'Біздің ауылға да осындай жасап бере аласыздар ма?', answer: null },
  ]),
  irrigation: seen(12, 3, 5, [28, 19], 2),
  cane: seen(22, 19, 3, [49, 40], 8, [
    {
      words: 'Неге дыбыс шығармайды? Дірілді байқамай қалса ше?',
      answer: 'Дыбыс айналаны тыңдауға кедергі болады. Сол үшін дірілдің үш күші бар.',
    },
  ]),
  hand: seen(34, 26, 3, [82, 57], 12, [
    { words: 'Теңге тиынды көтере ала ма?', answer: 'Әзірге жоқ: саусақ ұшы тайғақ. Келесіде резеңке қаптап көреміз.' },
    { words: 'Модельді өзіміз басып шығара аламыз ба?', answer: 'Иә, модельді осы беттен сақтап алуға болады. Бәрі 11 сағатта басылады.' },
  ]),
  globe: seen(11, 7, 4, [25, 22], 3),
  dog: seen(41, 22, 2, [90, 66], 14, [
    { words: 'Does Aqtos like it?', answer: 'He did not on the first day. Now he runs to the door when he sees the cart.' },
    { words: 'А зимой по снегу как?', answer: 'We are testing small skis. Ask us again in January.' },
  ]),
  turbine: seen(14, 6, 3, [33, 20], 3),
  plotter: seen(18, 11, 2, [37, 29], 4),
  stop: seen(25, 10, 9, [58, 41], 6, [
    { words: 'Қар басып қалса, панель жұмыс істей ме?', answer: 'Панель тік тұр, қар сырғып түседі. Оны қаңтарда тексереміз.' },
  ]),
}
