import { languages, type Language } from '@sheber/contract/words'
import { text } from '../export/export.html.ts'
import { hiddenRobots } from '../publication/publication.answer.ts'
import { freshPath } from '../publication/publication.fresh.ts'
import { locales } from '../publication/publication.page.ts'
import { style } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

/** How a page was asked for. */
export interface Look {
  readonly language: Language
  /** The language stands in the address: links keep it there. */
  readonly spoken: boolean
  /** Where the world finds this Sheber. */
  readonly base: string
  /** From what it is made (`pageMark`): in an open page a script asks whether it still is so. */
  readonly mark?: string
}

export interface Card {
  readonly about: string
  readonly picture: { readonly url: string; readonly width: number; readonly height: number } | null
}

interface Shell extends Look {
  readonly path: string
  /** What else the address asks for. */
  readonly query?: Readonly<Record<string, string>>
  readonly title: string
  readonly card?: Card
  /** Search engines may find it. */
  readonly listed?: boolean
  /** What it looks like, where that is more than the frame. */
  readonly dress?: string
  readonly back?: { readonly path: string; readonly words: string }
  /** By their names; each is of our own host and comes after the page. */
  readonly scripts?: readonly ('around' | 'play' | 'turn' | 'visitor')[]
}

/** An address of the hall, as an attribute takes it. */
export const linkTo = (
  { language, spoken }: Pick<Look, 'language' | 'spoken'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
) => {
  const all = new URLSearchParams({ ...query, ...(spoken && { l: language }) }).toString()
  return text(all ? `${path}?${all}` : path)
}

const headOf = ({ language, base, path, title, card, listed, query }: Shell): string => {
  const alternates = languages.map((one) => {
    const all = new URLSearchParams({ ...query, l: one }).toString()
    return `<link rel="alternate" hreflang="${one}" href="${text(`${base}${path}?${all}`)}">`
  })
  const said: readonly (readonly [string, string])[] = card
    ? [
        ['og:type', 'website'],
        ['og:site_name', 'Sheber'],
        ['og:title', title],
        ['og:description', card.about],
        ['og:url', base + path],
        ['og:locale', locales[language]],
        ...(card.picture
          ? ([
              ['og:image', base + card.picture.url],
              ['og:image:width', String(card.picture.width)],
              ['og:image:height', String(card.picture.height)],
            ] as const)
          : []),
      ]
    : []
  return [
    ...(listed ? [] : [`<meta name="robots" content="${hiddenRobots}">`]),
    `<link rel="alternate" hreflang="x-default" href="${text(base + path)}">`,
    ...alternates,
    ...said.map(([name, words]) => `<meta property="${name}" content="${text(words)}">`),
    ...(card ? [`<meta name="description" content="${text(card.about)}">`] : []),
    ...(card ? [`<meta name="twitter:card" content="${card.picture ? 'summary_large_image' : 'summary'}">`] : []),
  ].join('\n')
}

export const shell = (page: Shell, inside: string): string => {
  const { language, path, query, title, back, mark, dress = style, scripts = [] } = page
  const w = hallWords[language]
  const links = languages.map((one) => {
    const href = linkTo({ language: one, spoken: true }, path, query)
    return `<a href="${href}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${hallWords[one].name}</a>`
  })
  return `<!doctype html>
<html lang="${language}"${mark ? ` data-mark="${mark}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)} · Sheber</title>
${headOf(page)}
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${dress}</style>${[...(mark ? [freshPath] : []), ...scripts.map((name) => `/e/${name}.js`)].map((path) => `\n<script src="${path}" defer></script>`).join('')}
</head>
<body>
<div class="top">${back ? `<nav><a href="${linkTo(page, back.path)}">← ${text(back.words)}</a></nav>` : '<span></span>'}<nav class="languages" aria-label="${w.languages}">${links.join('')}</nav></div>
${inside}
</body>
</html>
`
}

/** One sentence where there is nothing to see. */
export const sentence = (look: Look, path: string, title: string, words: string, back = '/e'): string => {
  const w = hallWords[look.language]
  return shell(
    { ...look, path, title, back: { path: back, words: back === '/e' ? w.toExhibitions : back === path ? w.toStand : w.toHall } },
    `<main><h1>${text(title)}</h1><p>${text(words)}</p></main>`,
  )
}
