import type { Language } from '@sheber/contract/words'

type Forms = { [F in Intl.LDMLPluralRule]?: string } & { other: string }

/**
 * Counted words by the language's own rules: `count(5, { one: '# проект', few: '# проекта', other: '# проектов' })`.
 * `#` is the number, written as the language writes it.
 */
export const counter = (language: Language) => {
  // Made when first needed: on a slow machine the two cost a tenth of a second, and most pages open without counting.
  let rules: Intl.PluralRules | undefined
  let digits: Intl.NumberFormat | undefined
  // Browsers carry no Kazakh digits and would write 12,345.6; Kazakh and Russian write them alike.
  const grouped = (n: number) => (digits ??= new Intl.NumberFormat(language === 'kk' ? 'ru' : language)).format(n)
  // Below a thousand all three write the same, and nothing need be made for it.
  const written = (n: number) => (Number.isInteger(n) && n >= 0 && n < 1_000 ? String(n) : grouped(n))
  return (n: number, forms: Forms): string =>
    (forms[(rules ??= new Intl.PluralRules(language)).select(n)] ?? forms.other).replace('#', () => written(n))
}
