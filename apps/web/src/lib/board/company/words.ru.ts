import type { Reaction } from '../core/gather.ts'

const reaction: Record<Reaction, string> = {
  thumb: 'За',
  heart: 'Нравится',
  bulb: 'Есть идея',
  hand: 'Хочу сказать',
  question: 'Не понимаю',
  party: 'Получилось',
}

export default {
  here: 'Кто на доске',
  alone: 'Сейчас вы здесь одни. Остальные увидят доску, когда зайдут.',
  you: 'вы',
  follow: (name: string) => `Смотреть вместе: ${name}`,
  following: (name: string) => `Вы смотрите вместе: ${name}`,
  stop: 'Перестать',
  gather: 'Позвать всех ко мне',
  gathered: 'Все получили приглашение',
  calls: (name: string) => `${name} зовёт вас посмотреть`,
  go: 'Перейти',
  later: 'Не сейчас',
  reactions: 'Показать всем',
  reaction,
  close: 'Закрыть',
}
