import { remembered, type Widths } from '../core/lines.ts'

/** Of Onest, in hundredths of the letters' size: for where there is no canvas to measure with. */
const letters: readonly (readonly [number, string])[] = [
  [22, "'il"],
  [24, 'і'],
  [26, ',.:;Ij|І·'],
  [28, ' !'],
  [32, '()[]'],
  [36, '"1ft'],
  [38, 'r°'],
  [40, '{}'],
  [42, '*'],
  [46, '-_гғ„“”'],
  [48, '/\\т'],
  [50, '7s«»'],
  [52, '?kxzзкхь'],
  [54, 'vчэяқұүµΩ'],
  [56, '+2<=>J^`ac~авлсу×±−≤≥'],
  [58, 'LTeuГТбенпцёәҒ–'],
  [60, '3FXZbdghnopqyХдийоръөһ'],
  [62, '5689EYЕРУЁңҰҮ'],
  [64, '4KPЗКЬҚ'],
  [66, '#$0BRSБВЧЯҺ'],
  [68, '&AVА'],
  [70, 'CЛЭмы…'],
  [72, 'DGHUДНСЦ'],
  [74, 'NИЙПЪфҢ'],
  [76, 'OQОжӘӨ—'],
  [80, 'шю'],
  [82, '%mщ'],
  [84, 'wФ'],
  [86, 'MМЫ'],
  [88, 'Ж'],
  [98, '@WШЩ'],
  [100, 'Ю'],
  [106, '№'],
]
const known = new Map(letters.flatMap(([width, those]) => Array.from(those, (letter) => [letter, width] as const)))
/** Of other alphabets, and of emoji: rather too wide than out of its box. */
const unknown = 100

/** A ruler without a canvas. */
export const countedWidths = (): Widths =>
  remembered((text) => Array.from(text).reduce((sum, letter) => sum + (known.get(letter) ?? unknown), 0) / 100)
