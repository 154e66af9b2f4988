import type { Language } from '@sheber/contract/words'
import { languages } from '@sheber/contract/words'
import { createHash } from 'node:crypto'
import { text } from '../export/export.html.ts'
import { style as carried } from '../export/export.style.ts'
import { resultWords } from './result.words.ts'

const style = `${carried}
a { text-underline-offset: .15em; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.languages { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 .4rem; } .languages a { display: inline-flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px; padding: 0 .5rem; } .languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem; } dt { color: var(--quiet); } dd { margin: 0; } .genuine { padding: .6rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--good); border-radius: 6px; font-weight: 600; }
@media (max-width: 30rem) { body { padding: .75rem 1rem 3rem; font-size: 16px; } h1 { font-size: 1.7rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
`

/** Nothing but this style is loaded, nothing runs, no form leads anywhere. */
export const diplomaPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const around = (language: Language, number: string, title: string, inside: string): string => {
  const w = resultWords[language]
  const links = languages.map(
    (one) =>
      `<a href="/d/${text(number)}?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${resultWords[one].name}</a>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${text(title)} · Sheber</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${style}</style>
</head>
<body>
<nav class="languages" aria-label="${w.languages}">${links.join('')}</nav>
${inside}
</body>
</html>
`
}

export interface Verified {
  /** By which it is checked. */
  readonly number: string
  /** Among all that were given then: `17/2026`. */
  readonly nth: string
  readonly kind: 'diploma' | 'certificate' | 'thanks'
  readonly award: string
  readonly exhibition: string
  readonly year: number
  readonly nomination: string
  /** Empty: somebody is named in it who has not agreed to that. */
  readonly title: string
  /** Of those who agree to be named. */
  readonly names: readonly string[]
  /** Adults of its team, where it was not given to them. */
  readonly leaders: readonly string[]
  /** Empty: not all of its children agree to be named with it. */
  readonly school: string
}

/** What a diploma's number says to whoever checks it. */
export const diplomaPage = (language: Language, of: Verified): string => {
  const w = resultWords[language]
  const rows = [
    [w.stand, of.title],
    [w.nomination, of.nomination],
    [w.exhibition, of.exhibition],
    [w.year, String(of.year)],
    [w.given, of.names.join(', ')],
    [w.leaders, of.leaders.join(', ')],
    [w.school, of.school],
    [w.number, of.nth],
    [w.code, of.number],
  ] as const
  const lines = rows.filter(([, words]) => words !== '').map(([name, words]) => `<dt>${name}</dt><dd>${text(words)}</dd>`)
  return around(
    language,
    of.number,
    of.award,
    `<header><h1>${text(of.award)}</h1></header>
<main><p class="genuine">${of.kind === 'diploma' ? w.genuine : w.genuinePaper}</p><dl>${lines.join('')}</dl><p class="quiet">${w.names}</p></main>`,
  )
}

/** Revoked, or none that anybody gave: the same look, and nothing of whose it was. */
export const noDiplomaPage = (language: Language, number: string, why: 'none' | 'revoked'): string => {
  const w = resultWords[language]
  const title = why === 'revoked' ? w.revoked : w.none
  return around(
    language,
    number,
    title,
    `<header><h1>${title}</h1></header>${why === 'none' ? `<main><p>${w.noneWhy}</p></main>` : '<main></main>'}`,
  )
}
