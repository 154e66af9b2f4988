import type { Competency } from '@sheber/contract/framework'
import { languages, type Language } from '@sheber/contract/words'
import { inLanguage } from '@sheber/domain/framework'

export const foundMax = 20

/** Of what is still asked for, whatever has every word in its code or, in any language, in its title. Codes that begin so come first. */
export const findIn = (competencies: readonly Competency[], asked: string, language: Language): readonly Competency[] => {
  const parts = asked.toLocaleLowerCase(language).split(/\s+/).filter(Boolean)
  const [first = ''] = parts
  const areas = new Set(competencies.map(({ parentId }) => parentId))
  const wordsOf = ({ code, title }: Competency) =>
    [code, inLanguage(title, language), ...languages.map((each) => title[each])].join('\n').toLocaleLowerCase(language)
  const startsSo = ({ code }: Competency) => first !== '' && code.toLocaleLowerCase(language).startsWith(first)
  return competencies
    .filter((one) => !one.retired && !areas.has(one.id))
    .filter((one) => parts.every((part) => wordsOf(one).includes(part)))
    .toSorted((a, b) => Number(startsSo(b)) - Number(startsSo(a)))
    .slice(0, foundMax)
}
