import type { FileType } from '@sheber/contract/file'
import { languages, type Language } from '@sheber/contract/words'
import { isFilm } from '@sheber/domain/film'
import { inLanguage } from '@sheber/domain/framework'
import {
  recordAnchor,
  type PublicCompetency,
  type Credits,
  type PublicCover,
  type PublicPiece,
  type PublicRecord,
} from '@sheber/domain/publication'
import { createHash } from 'node:crypto'
import { bodyOf, paragraphs, text } from '../export/export.html.ts'
import { style as carried } from '../export/export.style.ts'
import { dayOf, exportWords, periodOf, promptOf, sizeOf } from '../export/export.words.ts'
import { freshPath } from './publication.fresh.ts'
import { publicWords, type PublicWords } from './publication.words.ts'

/** The page as a guest gets it: words, one style, and the script that lets go of what was taken back; it reads as well without. What is carried away looks the same. */

const style = `${carried}
a { text-underline-offset: .15em; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.languages { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 .4rem; } .languages a, .badges a { display: inline-flex; align-items: center; min-width: 44px; min-height: 44px; padding: 0 .5rem; justify-content: center; } .languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.shows { display: flex; flex-wrap: wrap; gap: .4rem .6rem; padding: 0; list-style: none; } .shows li { padding: .3rem .7rem; border: 1px solid var(--line); border-left: 4px solid var(--good); border-radius: 6px; }
.shows small, .badges small { display: block; color: var(--quiet); font-size: .9rem; } .badges { padding: 0; list-style: none; } .badges li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .3rem 1rem; padding: .4rem 0; border-top: 1px solid var(--line); }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); } video { display: block; width: 100%; aspect-ratio: 16 / 9; border-radius: 6px; background: #000; } .save { display: inline-flex; align-items: center; min-height: 44px; } math { max-width: 100%; overflow-x: auto; overflow-y: hidden; } .scroll { overflow-x: auto; }
@media print { .languages, .badges a { display: none; } }
@media (max-width: 30rem) { body { padding: .75rem 1rem 3rem; font-size: 16px; } h1 { font-size: 1.7rem; } article { padding: .9rem 1rem; } }
`

/** Nothing but this style and what is ours runs or is loaded, it asks nobody but this Sheber, and no form leads anywhere. */
export const pagePolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "media-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export interface PublicPicture {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** A film, a model or a document. */
export interface PublicFile {
  readonly url: string
  readonly type: FileType
  readonly bytes: number
}

export interface PublicPage {
  readonly language: Language
  /** Where the world finds this Sheber, and the page there. */
  readonly base: string
  readonly path: string
  /** From what it is made (`pageMark`): in an open page a script asks whether it still is so. */
  readonly mark: string
  readonly at: string
  readonly cover: PublicCover | null
  readonly credits: Credits
  readonly records: readonly (PublicRecord & { readonly id: string })[]
  readonly badges: readonly { readonly id: string; readonly title: string; readonly issuer: string; readonly at: string }[]
  /** Another one where other pictures on pieces of boards are kept from the world: their drawings are asked for anew. */
  readonly unseen: string
  /** By the file's id; what is not here is not shown. */
  readonly pictures: Readonly<Record<string, PublicPicture>>
  /** … and all else that lies on its shelf. */
  readonly files: Readonly<Record<string, PublicFile>>
}

export const locales: Readonly<Record<Language, string>> = { kk: 'kk_KZ', ru: 'ru_RU', en: 'en_GB' }

interface Around {
  readonly language: Language
  /** Null: wherever it is, it has no other languages. */
  readonly path: string | null
  readonly title: string
  readonly mark?: string
  /** More of the head. */
  readonly head?: string
}

const around = ({ language, path, title, mark, head = '' }: Around, inside: string): string => {
  const w = publicWords[language]
  const links = (path === null ? [] : languages).map(
    (one) =>
      `<a href="${text(path ?? '')}?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${publicWords[one].name}</a>`,
  )
  return `<!doctype html>
<html lang="${language}"${mark ? ` data-mark="${mark}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${text(title)} · Sheber</title>
${head}<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${style}</style>${mark ? `\n<script src="${freshPath}" defer></script>` : ''}
</head>
<body>
<nav class="languages" aria-label="${w.languages}">${links.join('')}</nav>
${inside}
</body>
</html>
`
}

const shows = (all: readonly PublicCompetency[], language: Language, w: PublicWords): string =>
  all.length === 0
    ? ''
    : `<h4>${w.shows}</h4><ul class="shows">${all
        .map(
          ({ code, title, height, level }) =>
            `<li>${text(`${code} ${inLanguage(title, language)}`.trim())}<small>${text(w.level(height, inLanguage(level, language)))}</small></li>`,
        )
        .join('')}</ul>`

/** Above the title, at the size of a banner; it is what one came for, and is not waited for. */
const faceOf = (cover: PublicCover | null, pictures: PublicPage['pictures']): string => {
  const shown = cover?.picture && pictures[cover.picture.fileId]
  return shown
    ? `<img class="face" src="${text(shown.url)}" width="${shown.width}" height="${shown.height}" alt="${text(cover.picture?.alt ?? '')}">`
    : ''
}

/** The words as an export has them; here a wide table is moved aside, and a picture keeps its place until it has come. */
export const storyOf = ({ body }: Pick<PublicRecord, 'body'>, pictures: PublicPage['pictures']): string => {
  const urls = Object.fromEntries(Object.entries(pictures).map(([id, { url }]) => [id, url]))
  const html = bodyOf(body, { pictures: urls })
    .replaceAll('<table>', '<div class="scroll"><table>')
    .replaceAll('</table>', '</table></div>')
  const sized = (page: string, { url, width, height }: PublicPicture) =>
    page.replaceAll(
      `<img src="${text(url)}"`,
      `<img src="${text(url)}" width="${width}" height="${height}" loading="lazy" decoding="async"`,
    )
  return Object.values(pictures).reduce(sized, html)
}

type Beside = Pick<PublicPage, 'path' | 'language' | 'unseen' | 'pictures' | 'files'>

const named = (caption: string) => (caption ? `<figcaption>${text(caption)}</figcaption>` : '')

/** A picture stands here, a film is played where it stands, and all else is saved. What is not there any more leaves no gap. */
const fileOf = (fileId: string, caption: string, { language, pictures, files }: Beside): string => {
  const w = publicWords[language]
  const picture = pictures[fileId]
  if (picture) {
    const { url, width, height } = picture
    return `<figure><img src="${text(url)}" width="${width}" height="${height}" alt="${text(caption || w.picture)}" loading="lazy" decoding="async">${named(caption)}</figure>`
  }
  const file = files[fileId]
  if (!file) return ''
  const { url, type, bytes } = file
  const kind = isFilm(type) ? w.film : type === 'application/pdf' ? 'PDF' : w.model
  const save = `<a class="save" href="${text(url)}" download aria-label="${text(`${w.save}: ${caption || kind}`)}">${w.save}</a> <span class="quiet">${text(`${kind}, ${sizeOf(bytes, language)}`)}</span>`
  const film = isFilm(type)
    ? `<video controls preload="none" playsinline aria-label="${text(caption || kind)}"><source src="${text(url)}" type="${type}"></video>`
    : ''
  return `<figure>${film}${named(caption)}${save}</figure>`
}

/** Boards are painted when somebody looks, from the version at which each was frozen; pages stand here as words. */
const pieceOf = ({ key, caption, body, fileId }: PublicPiece, beside: Beside): string => {
  const { path, language, unseen, pictures } = beside
  const w = publicWords[language]
  if (fileId !== undefined) return fileOf(fileId, caption, beside)
  if (body) return `<figure class="leaf"><figcaption>${text(caption || w.leaf)}</figcaption>${storyOf({ body }, pictures)}</figure>`
  const src = `${path}/piece/${key}.svg?lang=${language}${unseen && `&seen=${unseen}`}`
  return `<figure><img src="${text(src)}" alt="${text(caption || w.piece)}" loading="lazy" decoding="async">${named(caption)}</figure>`
}

const piecesOf = ({ pieces = [] }: PublicRecord, beside: Beside): string => {
  const shown = pieces.map((one) => pieceOf(one, beside)).filter(Boolean)
  return shown.length === 0 ? '' : `<div class="pieces">${shown.join('\n')}</div>`
}

const thoughtsOf = ({ reflection }: PublicRecord, language: Language): string =>
  reflection
    ? `<blockquote><p class="quiet">${text(promptOf(exportWords[language], reflection.prompt))}</p>${paragraphs(reflection.words)}</blockquote>`
    : ''

/** A word that a search or a chat shows of the page: the first of its own. */
export const firstWords = (words: string) => (words.length > 180 ? `${words.slice(0, 179).trimEnd()}…` : words)

export const publicPage = (page: PublicPage): string => {
  const { language, base, path, mark, at, cover, credits, records, badges, unseen, pictures, files } = page
  const w = publicWords[language]
  const e = exportWords[language]
  const names = credits.authors
  const title = cover?.title.trim() || (names.length > 0 ? w.of(names.join(', ')) : w.portfolio)
  const [first] = Object.values(pictures)
  const attributions = [...new Set(records.flatMap(({ competencies }) => competencies.map((one) => one.attribution)))].filter(Boolean)
  const card: readonly (readonly [string, string])[] = [
    ['og:type', 'website'],
    ['og:site_name', 'Sheber'],
    ['og:title', title],
    [
      'og:description',
      firstWords(
        cover?.about.trim() ||
          records
            .map((one) => one.title.trim())
            .filter(Boolean)
            .join(' · ') ||
          w.about,
      ),
    ],
    ['og:url', base + path],
    ['og:locale', locales[language]],
    ...(first
      ? ([
          ['og:image', base + first.url],
          ['og:image:width', String(first.width)],
          ['og:image:height', String(first.height)],
        ] as const)
      : []),
  ]
  const head = `${card.map(([name, said]) => `<meta property="${name}" content="${text(said)}">\n`).join('')}<meta name="twitter:card" content="${first ? 'summary_large_image' : 'summary'}">\n`
  return around(
    { language, path, title, mark, head },
    `<header>
${faceOf(cover, pictures)}
<h1>${text(title)}</h1>
${names.length > 0 && title === cover?.title.trim() ? `<p>${w.authors}: ${names.map(text).join(', ')}</p>` : ''}
${credits.adults.length > 0 ? `<p>${w.adults}: ${credits.adults.map(text).join(', ')}</p>` : ''}
${cover ? paragraphs(cover.about) : ''}
</header>
<main>
${[...Map.groupBy(records, ({ section = '' }) => section)]
  .map(
    ([section, all]) => `<h2>${text(section || w.records)}</h2>
${all
  .map(
    (one) => `<article id="${text(recordAnchor(one.id))}">
<h3>${text(one.title.trim() || e.untitled)}</h3>
<p class="quiet">${[e.kinds[one.kind], periodOf(one)].filter(Boolean).map(text).join(' · ')}</p>
${storyOf(one, pictures)}
${piecesOf(one, { path, language, unseen, pictures, files })}
${thoughtsOf(one, language)}
${shows(one.competencies, language, w)}
</article>`,
  )
  .join('\n')}`,
  )
  .join('\n')}
${
  badges.length === 0
    ? ''
    : `<h2>${w.badges}</h2><ul class="badges">${badges
        .map(
          ({ id, title: name, issuer, at: given }) =>
            `<li><span>${text(name)}<small>${text(issuer)}, ${dayOf(given)}</small></span><a href="/badge/${text(id)}">${w.check}</a></li>`,
        )
        .join('')}</ul>`
}
</main>
<footer class="quiet">
<p>${text(w.given(dayOf(at)))}</p>
${attributions.map((one) => `<p>${text(one)}</p>`).join('')}
</footer>`,
  )
}

/** What a guest reads where there is nothing: what was here was taken back, or there never was anything. */
export const emptyPage = (language: Language, path: string | null, why: 'gone' | 'none' | 'late'): string => {
  const w = publicWords[language]
  const [title, words] = { gone: [w.gone, w.goneWhy], none: [w.none, w.noneWhy], late: [w.late, w.lateWhy] }[why] as [string, string]
  return around({ language, path, title }, `<main><h1>${text(title)}</h1><p>${text(words)}</p></main>`)
}
