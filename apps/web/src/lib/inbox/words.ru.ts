import type { InboxName } from '@sheber/contract/inbox'

type Line = (by: string, about: string) => string

/** Без рода: о ком речь, мы не знаем. */
const lines: Record<InboxName, Line> = {
  'team.joined': (by, about) => `Вы в команде «${about}». Добавил(а): ${by}`,
  'team.left': (by, about) => `Вы больше не в команде «${about}». Решение: ${by}`,
  'comment.mentioned': (by, about) => `${by} обращается к вам на доске «${about}»`,
  'comment.answered': (by, about) => `${by}: ответ в вашем обсуждении на доске «${about}»`,
  'portfolio.changed': (by, about) => `${by}: изменён круг авторов портфолио «${about}»`,
  'acceptance.accepted': (by, about) => `${by} (${about}) засчитывает ваше подтверждение в школе`,
}

export default {
  title: 'Новости',
  none: 'Пока ничего не случилось',
  noneWhy: 'Здесь появится всё, что касается вас: ответы, отзывы, приглашения.',
  fresh: 'новое',
  lines,
}
