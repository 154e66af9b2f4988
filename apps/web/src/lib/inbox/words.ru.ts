import type { RevokeWhy } from '@sheber/contract/badge'
import type { InboxName } from '@sheber/contract/inbox'

type Line = (by: string, about: string, why?: RevokeWhy) => string

const revoked: Record<RevokeWhy, string> = {
  mistake: 'выдан по ошибке',
  evidence: 'подтверждения больше не действуют',
  asked: 'по вашей просьбе',
}

/** Без рода: о ком речь, мы не знаем. */
const lines: Record<InboxName, Line> = {
  'team.joined': (by, about) => (by ? `${by}: вы теперь в команде «${about}»` : `Вы в команде «${about}»`),
  'team.left': (by, about) => (by ? `${by}: вы больше не в команде «${about}»` : `Вы больше не в команде «${about}»`),
  'task.assigned': (by, about) => `${by} поручает вам задачу «${about}»`,
  'comment.mentioned': (by, about) => `${by} обращается к вам на доске «${about}»`,
  'comment.answered': (by, about) => `${by}: ответ в вашем обсуждении на доске «${about}»`,
  'portfolio.changed': (by, about) => `${by}: изменён круг авторов портфолио «${about}»`,
  'acceptance.proposed': (by, about) => `${by}: подтверждена работа учащегося, её можно зачесть (${about})`,
  'acceptance.asked': (by, about) => `${by} (${about}) просит открыть школе вашу запись, чтобы зачесть её`,
  'acceptance.opened': (_, about) => `Запись, о которой вы просили, открыта школе, портфолио: ${about}`,
  'acceptance.withdrawn': (by, about) => `${by} (${about}) отменяет зачёт вашей работы`,
  'acceptance.accepted': (by, about) => `${by} (${about}) засчитывает ваше подтверждение в школе`,
  'evidence.disputed': (by, about) => `${by} не соглашается с отзывом: портфолио «${about}»`,
  'badge.earned': (_, about) => `Всё подтверждено, можно выдать значок: ${about}`,
  'badge.revoked': (by, about, why = 'mistake') => `${by} отзывает ваш значок «${about}»: ${revoked[why]}`,
  'badge.issued': (by, about) => (by ? `${by} вручает вам значок «${about}»` : `Вам вручён значок «${about}»`),
  'review.asked': (by, about) => `${by} просит отзыв на работу: ${about}`,
  'review.reviewed': (by, about) => `${by}: отзыв на работу «${about}»`,
  'review.noted': (by, about) => `${by}: замечание или ответ о работе «${about}»`,
  'review.replied': (by, about) => `${by}: ответ на ваш отзыв («${about}»)`,
  'result.reported': (_, about) => `Итоги выставки: отчёт, награды и сертификаты проекта «${about}»`,
  'guardian.added': (by, about) => `${by}: вы записаны законным представителем (${about})`,
  'exhibition.called': (_, about) => `Открыт приём заявок: ${about}`,
  'exhibition.cancelled': (_, about) => `Отменено: ${about}. Почему – на странице выставки`,
  'exhibition.resumed': (_, about) => `Всё-таки состоится: ${about}`,
  'exhibition.invited': (by, about) => `${by} приглашает вместе провести выставку: ${about}`,
  'exhibition.accepted': (by, about) => `${by}: согласие вместе провести выставку (${about})`,
  'exhibition.declined': (by, about) => `${by}: отказ проводить выставку (${about})`,
  'exhibition.parted': (_, about) => `Больше не организатор выставки: ${about}`,
  'stand.reminded': (_, about) => `Заявка «${about}» начата и не отправлена: проверьте срок приёма`,
  'stand.offered': (by, about) => `Новая заявка на выставку: «${about}» (${by})`,
  'stand.welcomed': (by, about) => `Проект «${about}» допущен на выставку (${by})`,
  'stand.answered': (by, about) => `${by} возвращает заявку «${about}»: нужно исправить`,
  'stand.dropped': (by, about) => `Стенд «${about}» убран с выставки (${by})`,
  'visitor.queued': (_, about) => `Вопрос посетителя ждёт вашего решения: «${about}»`,
  'visitor.passed': (by, about) => `${by}: вопрос посетителя к «${about}» показан, можно ответить`,
  'visitor.warned': (_, about) => `Из одной сети пришло слишком много устройств, проверьте голоса зрителей: ${about}`,
  'judge.invited': (by, about) => `${by} приглашает вас в жюри: ${about}`,
  'judge.asked': (_, about) => `Выберите, какие работы сильнее: ${about}`,
  'final.opened': (_, about) => `Начался финал, финалистов оцениваете и вы: ${about}`,
  'final.joined': (_, about) => `В финал вызван ещё один стенд, оцените и его: ${about}`,
  'final.reached': (_, about) => `Ваш проект вышел в финал: «${about}»`,
  'final.named': (_, about) => `Финалистов назвали, «${about}» среди них нет. Оценки и слова жюри вы прочтёте вместе с результатами`,
  'final.left': (_, about) => `«${about}» больше не в финале. Почему, скажет организатор выставки`,
  'guardian.shown': (_, about) => `Вам открыты новые записи портфолио: ${about}`,
  'guardian.published': (by, about) => `${by}: опубликованы записи, открытые всем. Среди авторов: ${about}`,
}

export default {
  title: 'Новости',
  none: 'Пока ничего не случилось',
  noneWhy: 'Здесь появится всё, что касается вас: ответы, отзывы, приглашения.',
  fresh: 'новое',
  lines,
}
