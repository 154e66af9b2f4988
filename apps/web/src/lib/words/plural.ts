import type { Language } from '@sheber/contract/words'

type Forms = { [F in Intl.LDMLPluralRule]?: string } & { other: string }

/**
 * Counted words by the language's own rules: `count(5, { one: '# проект', few: '# проекта', other: '# проектов' })`.
 * `#` is the number, written as the language writes it.
 */
export const counter = (language: Language) => {
  const rules = new Intl.PluralRules(language)
  // Browsers carry no Kazakh digits and would write 12,345.6; Kazakh and Russian write them alike.
  const digits = new Intl.NumberFormat(language === 'kk' ? 'ru' : language)
  return (n: number, forms: Forms): string => (forms[rules.select(n)] ?? forms.other).replace('#', digits.format(n))
}
