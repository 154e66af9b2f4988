import type { Language } from '@sheber/contract/words'

/** What an entry begins with, in the words of whoever begins it; its team writes over it. */
interface Words {
  part(own: number, all: number): string
  adults(own: number, all: number): string
  readonly noAdults: string
}

export const beginWords: Readonly<Record<Language, Words>> = {
  kk: {
    part: (own, all) => `Тақтадағы ${all} нәрсенің ${own}-ін жасауға қатысты.`,
    adults: (own, all) => `Ересектер тақтадағы ${all} нәрсенің ${own}-іне қатысты.`,
    noAdults: 'Тақтада ересектердің ізі жоқ.',
  },
  ru: {
    part: (own, all) => `Участие в ${own} из ${all} вещей на доске.`,
    adults: (own, all) => `Взрослые работали над ${own} из ${all} вещей на доске.`,
    noAdults: 'На доске взрослые не работали.',
  },
  en: {
    part: (own, all) => `Worked on ${own} of ${all} things on the board.`,
    adults: (own, all) => `Adults worked on ${own} of ${all} things on the board.`,
    noAdults: 'No adult has worked on the board.',
  },
}
