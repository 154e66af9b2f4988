import type ru from './words.ru.ts'

export default {
  here: 'Тақтада кім бар',
  alone: 'Қазір мұнда жалғыз өзіңізсіз. Басқалар кіргенде тақтаны көреді.',
  you: 'сіз',
  follow: (name: string) => `Бірге қарау: ${name}`,
  following: (name: string) => `Бірге қарап отырсыз: ${name}`,
  stop: 'Тоқтату',
  gather: 'Бәрін қасыма шақыру',
  gathered: 'Бәрі шақырылды',
  calls: (name: string) => `${name} қарауға шақырып жатыр`,
  go: 'Бару',
  later: 'Кейін',
  reactions: 'Бәріне көрсету',
  reaction: { thumb: 'Қолдаймын', heart: 'Ұнайды', bulb: 'Ойым бар', hand: 'Айтайын дегенім бар', question: 'Түсінбедім', party: 'Болды' },
  close: 'Жабу',
} satisfies typeof ru
