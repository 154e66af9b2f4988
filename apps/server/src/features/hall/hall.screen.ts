import { refuse } from '@sheber/contract/refusal'
import { languages, type Language } from '@sheber/contract/words'
import { inLanguage } from '@sheber/domain/framework'
import { hallIsOpen } from '@sheber/domain/hall'
import { screenSeconds, secondsOf, spokenAt, spotAt, stepped, type Marked, type ScreenSeconds, type Spot } from '@sheber/domain/screen'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'
import { text } from '../export/export.html.ts'
import { exportWords } from '../export/export.words.ts'
import { outlinesOf, qrOf, quietModules } from '../print/print.qr.ts'
import { answerPage, hiddenRobots } from '../publication/publication.answer.ts'
import type { MadePage } from '../publication/publication.kept.ts'
import { publicWords } from '../publication/publication.words.ts'
import { degreeOf, nameOf, pictureOf } from './hall.front.ts'
import { hallMark } from './hall.marks.ts'
import { closedOf, type Hall, type HallStand } from './hall.open.ts'
import type { Asked } from './hall.public.ts'
import { screenStyle } from './hall.screen.style.ts'
import type { Script, Scripts } from './hall.scripts.ts'
import { linkTo, type Look } from './hall.shell.ts'
import { policyWith } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

const looks = ['auto', 'light', 'dark'] as const

/** How a screen was asked to show. */
interface Shown {
  readonly seconds: ScreenSeconds
  readonly look: (typeof looks)[number]
  /** The same everywhere; else one stand after the other speaks another language. */
  readonly isFixed: boolean
}

interface Around {
  readonly lookOf: (request: Asked) => Look
  readonly hallOf: (request: Asked) => Promise<Hall | null>
  readonly none: (look: Look) => string
  readonly refusePage: (request: Asked, reply: FastifyReply, code: number, html: string) => Promise<FastifyReply>
  readonly pageOf: (look: Look, key: string, mark: string, make: () => string) => Promise<MadePage | null>
  readonly saidPage: (html: string) => Promise<MadePage | null>
  readonly scripts: Scripts
}

const policy = policyWith(screenStyle)
/** How long a screen that has nothing to show waits before it looks again. */
const emptySeconds = 30

/** All of a stand that a screen shows: whenever anything of it is another, so is the mark. */
const markOf = ({ number, shown, names, leaders, organisation, awards, files }: HallStand): string => {
  const { title, about, nominationId, poster } = shown
  const seen = [number, title, about, nominationId, poster, poster && files.has(poster.fileId), names, leaders, organisation, awards]
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16)
}

const decks = new WeakMap<Hall, readonly Marked[]>()
const deckOf = (hall: Hall): readonly Marked[] => {
  const known = decks.get(hall)
  if (known) return known
  const deck = hall.open.map((one) => ({ id: one.id, mark: markOf(one) }))
  decks.set(hall, deck)
  return deck
}

/** Black on white in the dark too: a phone wants all the contrast there is. */
const codeOf = (address: string, alt: string): string => {
  const qr = qrOf(address)
  const side = qr.length + 2 * quietModules
  const path = outlinesOf(qr)
    .map((corners) => `M${corners.map(([x, y]) => `${x + quietModules} ${y + quietModules}`).join('L')}Z`)
    .join('')
  return `<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="${text(alt)}"><path fill="#fff" d="M0 0H${side}V${side}H0Z"/><path fill="#000" fill-rule="evenodd" d="${path}"/></svg>`
}

/** As much as is read in passing, and has room beside the code in any language. */
const glanceMax = 100
const glanced = (words: string): string =>
  words.length <= glanceMax ? words : `${words.slice(0, glanceMax - 1).replace(/[\s,.:;–—-]*\S*$/, '')}…`

const slideOf = (look: Look, hall: Hall, stand: HallStand, spot: Spot): string => {
  const { language } = look
  const w = hallWords[language]
  const { shown, names, leaders, organisation, awards, number } = stand
  const title = shown.title.trim() || exportWords[language].untitled
  const nomination = hall.plan.nominations.find(({ id }) => id === shown.nominationId)
  const [small, large] = [960, 1920].map((width) => shown.poster && pictureOf(hall.id, stand, shown.poster.fileId, width as 960 | 1920))
  const picture =
    small && large
      ? `<figure><img src="${small.url}" srcset="${small.url} ${small.width}w${large.width > small.width ? `, ${large.url} ${large.width}w` : ''}" sizes="(min-aspect-ratio: 1/1) 52vw, 96vw" width="${small.width}" height="${small.height}" alt="${text(shown.poster?.alt || w.poster)}"></figure>`
      : `<figure class="blank" aria-hidden="true">${number ?? '·'}</figure>`
  // The shortest address there is makes the coarsest code, which is read from farthest away.
  const address = `${look.base}/e/${hall.id}/${number ?? stand.id}`
  return `<main data-id="${stand.id}" data-mark="${markOf(stand)}">
<div class="words">
<p class="quiet">${[inLanguage(hall.plan.title, language), w.screen.of(spot.place + 1, hall.open.length)].map(text).join(' · ')}</p>
<p class="number">${text(nameOf(stand, w))}</p>
<h1>${text(title)}</h1>
${awards.map((one) => `<p class="award">${text(degreeOf(one, look))}</p>`).join('')}
${names.length > 0 ? `<p class="names">${names.map(text).join(', ')}</p>` : ''}
${leaders.length > 0 ? `<p class="quiet">${publicWords[language].adults}: ${leaders.map(text).join(', ')}</p>` : ''}
<p class="quiet">${[...(nomination ? [inLanguage(nomination.title, language)] : []), ...(organisation ? [organisation.name] : [])].map(text).join(' · ')}</p>
${shown.about.trim() ? `<p class="about">${text(glanced(shown.about.trim()))}</p>` : ''}
</div>
${picture}
<div class="code">${codeOf(address, w.screen.code(address))}<p>${w.screen.scan}</p></div>
</main>`
}

interface Page {
  readonly look: Look
  readonly shown: Shown
  readonly title: string
  readonly inside: string
  /** Where a screen without a script goes, and when. */
  readonly next: string
  readonly seconds: number
  readonly script: Script | null
  readonly data?: string
}

const pageWith = ({ look, shown, title, inside, next, seconds, script, data = '' }: Page): string => {
  const refresh = `<meta http-equiv="refresh" content="${seconds}; url=${next}">`
  return `<!doctype html>
<html lang="${look.language}"${shown.look === 'auto' ? '' : ` data-look="${shown.look}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="${hiddenRobots}">
<title>${text(title)} · Sheber</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${screenStyle}</style>
${script ? `<noscript>${refresh}</noscript>\n${script.imports.map((href) => `<link rel="modulepreload" href="${href}">`).join('')}<script type="module" src="${script.script}"></script>` : refresh}
</head>
<body${data}>
${inside}
</body>
</html>
`
}

/** The big screen of a hall: one stand after the other, for whoever stands before it. */
export const hallScreen = (app: FastifyInstance, { lookOf, hallOf, none, refusePage, pageOf, saidPage, scripts }: Around) => {
  const hidden = { schema: { hide: true } }

  const shownOf = ({ query }: Asked, { spoken }: Look): Shown => ({
    seconds: secondsOf(query['s']),
    look: looks.find((one) => one === query['c']) ?? 'auto',
    isFixed: spoken,
  })

  /** In the language of whoever set it up, `own`, whichever a stand is told in now. */
  const barOf = (look: Look, own: Language, hall: Hall, shown: Shown, spot: Spot): string => {
    const w = hallWords[own]
    const to = (at: Spot, over: Partial<Shown> = {}) => addressOf(look, hall, { ...shown, ...over }, at)
    const ids = hall.open.map(({ id }) => id)
    const [before, after] = ([-1, 1] as const).map((by) => stepped(ids, spot, by) ?? spot) as [Spot, Spot]
    const choice = (href: string, words: string, isNow: boolean, lang = '') =>
      `<a href="${href}"${lang && ` lang="${lang}" hreflang="${lang}"`}${isNow ? ' aria-current="true"' : ''}>${words}</a>`
    const spoken = languages.map((one) => {
      const href = addressOf({ language: one, spoken: true }, hall, { ...shown, isFixed: true }, spot)
      return choice(href, hallWords[one].name, shown.isFixed && one === look.language, one)
    })
    return `<nav class="bar" lang="${own}" aria-label="${w.screen.bar}">
<a rel="prev" href="${to(before)}">← ${w.screen.before}</a><a rel="next" href="${to(after)}">${w.screen.after} →</a>
<span>${w.screen.every}</span>${screenSeconds.map((one) => choice(to(spot, { seconds: one }), w.screen.seconds(one), one === shown.seconds)).join('')}
<span>${w.screen.language}</span>${spoken.join('')}${choice(addressOf({ ...look, spoken: false }, hall, { ...shown, isFixed: false }, spot), w.screen.inTurn, !shown.isFixed)}
<span>${w.screen.look}</span>${looks.map((one) => choice(to(spot, { look: one }), w.screen.looks[one], one === shown.look)).join('')}
<a href="${linkTo(look, `/e/${hall.id}`)}">${w.screen.out}</a>
</nav>`
  }

  /** Always in the same order, and nothing that goes without saying. */
  const addressOf = (look: Pick<Look, 'language' | 'spoken'>, hall: Hall, { seconds, look: theme, isFixed }: Shown, { id, round }: Spot) =>
    linkTo(look, `/e/${hall.id}/screen`, {
      n: id,
      ...(seconds !== 20 && { s: String(seconds) }),
      ...(theme !== 'auto' && { c: theme }),
      ...(!isFixed && round % languages.length > 0 && { r: String(round % languages.length) }),
    })

  app.get('/e/:exhibitionId/screen', hidden, async (request: Asked, reply) => {
    const asked = lookOf(request)
    const hall = await hallOf(request)
    if (!hall) return refusePage(request, reply, 404, none(asked))
    const shown = shownOf(request, asked)
    const round = Number(/^[0-9]$/.exec(String(request.query['r']))?.[0] ?? 0) % languages.length
    const ids = hall.open.map(({ id }) => id)
    const spot = spotAt(ids, request.query['n'], round)
    const stand = spot && hall.open[spot.place]
    const answer = (page: MadePage | null, code: number) => answerPage(request, reply, page, { code, policy, listed: false })
    if (!spot || !stand) {
      // A screen that is switched on before the doors are opened begins by itself.
      const w = hallWords[asked.language]
      const closed = closedOf(hall, w)
      const why = [closed?.words, ...(hall.state === 'cancelled' ? [] : [w.screen.waits])].filter(Boolean).join(' ')
      const title = inLanguage(hall.plan.title, asked.language)
      const inside = `<main><div class="words"><h1>${text(title)}</h1><p class="about">${text(why)}</p></div></main>`
      const next = addressOf(asked, hall, shown, { id: '', place: 0, round: 0 })
      return answer(
        await saidPage(pageWith({ look: asked, shown, title, inside, next, seconds: emptySeconds, script: null })),
        closed ? 403 : 200,
      )
    }
    const look: Look = shown.isFixed ? asked : { ...asked, language: spokenAt(spot) }
    const key = `screen ${[stand.id, shown.seconds, shown.look, spot.round, asked.language].join(' ')}`
    const page = await pageOf(look, key, hallMark(hall), () =>
      pageWith({
        ...{ look, shown, seconds: shown.seconds },
        title: stand.shown.title.trim() || exportWords[look.language].untitled,
        inside: `${slideOf(look, hall, stand, spot)}\n${barOf(look, asked.language, hall, shown, spot)}`,
        next: addressOf(look, hall, shown, stepped(ids, spot, 1) ?? spot),
        script: scripts(`screen/${asked.language}`),
        data: ` data-deck="/e/${hall.id}/screen/deck" data-seconds="${shown.seconds}" data-round="${spot.round}"`,
      }),
    )
    return answer(page, 200)
  })

  /** What may be shown at this moment: a screen asks every few seconds, and is told nothing as long as nothing has changed. */
  app.get('/e/:exhibitionId/screen/deck', hidden, async (request: Asked, reply) => {
    const hall = await hallOf(request)
    reply.header('x-robots-tag', hiddenRobots).header('cache-control', 'no-cache')
    if (!hall || !hallIsOpen(hall.state)) return reply.code(404).send({ deck: [] })
    const page = await pageOf({ language: 'kk', spoken: false, base: '' }, `screen deck ${hall.id}`, hallMark(hall), () =>
      JSON.stringify({ deck: deckOf(hall) }),
    )
    if (!page) return refuse('unavailable')
    reply.header('etag', page.etag)
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(await page.as(null))
  })
}
