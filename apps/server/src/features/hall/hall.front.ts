import { directions } from '@sheber/contract/project'
import { fitted, type PictureWidth } from '@sheber/domain/file'
import { inLanguage } from '@sheber/domain/framework'
import { soughtIn, type Sought } from '@sheber/domain/hall'
import { exportWords } from '../export/export.words.ts'
import { paragraphs, text } from '../export/export.html.ts'
import { firstWords } from '../publication/publication.page.ts'
import type { ShownAward } from '../result/result.shown.ts'
import { directionWords } from './hall.directions.ts'
import { finalistsOf, stageOfFinal } from './hall.final.ts'
import { closedOf, type Hall, type HallStand } from './hall.open.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { dayThere, hallWords, type HallWords } from './hall.words.ts'

export const standsOfPage = 24

export interface Wanted extends Sought {
  /** From one up. */
  readonly page: number
}

const wordsMax = 80
const alphabet = new Intl.Collator('ru')

/** What an address asks for; whatever is no question of ours asks for nothing. */
export const wantedOf = (query: Readonly<Record<string, unknown>>): Wanted => {
  const said = (name: string) => {
    const one = query[name]
    return typeof one === 'string' && one.trim() ? one.trim().slice(0, wordsMax) : null
  }
  return {
    words: said('q') ?? '',
    nominationId: said('n'),
    direction: directions.find((one) => one === said('d')) ?? null,
    organisationId: said('o'),
    awarded: said('a') !== null,
    page: Math.max(1, Math.min(999, Math.floor(Number(said('p')) || 1))),
  }
}

/** … and back into an address, always in the same order. */
export const queryOf = ({ words, nominationId, direction, organisationId, awarded }: Sought, page = 1): Record<string, string> => ({
  ...(words && { q: words }),
  ...(nominationId && { n: nominationId }),
  ...(direction && { d: direction }),
  ...(organisationId && { o: organisationId }),
  ...(awarded && { a: '1' }),
  ...(page > 1 && { p: String(page) }),
})

export const nameOf = ({ number }: Pick<HallStand, 'number'>, w: HallWords): string => (number === null ? w.unnumbered : w.stand(number))

export const degreeOf = ({ degree, title }: ShownAward, look: Look): string =>
  inLanguage(title, look.language) || hallWords[look.language].degrees[(degree ?? 0) - 1] || hallWords[look.language].awards

/** Of a stand, as wide as a place has room for. Null: it was taken away meanwhile. */
export const pictureOf = (exhibitionId: string, stand: Pick<HallStand, 'id' | 'files'>, fileId: string, width: PictureWidth) => {
  const one = stand.files.get(fileId)
  if (!one || one.width === null || one.height === null) return null
  const size = fitted({ width: one.width, height: one.height }, width)
  return { url: `/e/${exhibitionId}/${stand.id}/picture/${fileId}/${width}.webp`, ...size }
}

const tile = (look: Look, hall: Hall, stand: HallStand, at: number): string => {
  const w = hallWords[look.language]
  const { title, poster } = stand.shown
  const picture = poster && pictureOf(hall.id, stand, poster.fileId, 320)
  // What is seen at once is not waited for twice.
  const image = picture
    ? `<img src="${picture.url}" width="${picture.width}" height="${picture.height}" alt="${text(poster.alt)}"${at < 4 ? '' : ' loading="lazy"'} decoding="async">`
    : `<span class="blank" aria-hidden="true">${stand.number ?? '·'}</span>`
  const nomination = hall.plan.nominations.find(({ id }) => id === stand.nominationId)
  const small = [nameOf(stand, w), nomination && inLanguage(nomination.title, look.language)].filter((one) => one !== undefined)
  return `<li><a href="${linkTo(look, `/e/${hall.id}/${stand.id}`)}">${image}<div><h3>${text(title.trim() || exportWords[look.language].untitled)}</h3><p class="quiet">${small.map(text).join(' · ')}</p>${stand.awards.map((one) => `<p class="award">${text(degreeOf(one, look))}</p>`).join('')}</div></a></li>`
}

const options = (label: string, name: string, chosen: string | null, all: readonly (readonly [string, string])[], none: string): string =>
  all.length < 2
    ? ''
    : `<label>${label}<select name="${name}"><option value="">${none}</option>${all.map(([id, title]) => `<option value="${text(id)}"${id === chosen ? ' selected' : ''}>${text(title)}</option>`).join('')}</select></label>`

const formOf = (look: Look, hall: Hall, wanted: Wanted): string => {
  const { language, spoken } = look
  const w = hallWords[language]
  const used = new Set(hall.open.map(({ direction }) => direction))
  const homes = new Map(hall.open.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation.name] as const] : [])))
  const path = `/e/${hall.id}`
  return `<form method="get" action="${path}" role="search" aria-label="${w.find}">
<label>${w.words}<input type="search" name="q" maxlength="${wordsMax}" value="${text(wanted.words)}"></label>
${options(
  w.nomination,
  'n',
  wanted.nominationId,
  hall.plan.nominations.map(({ id, title }) => [id, inLanguage(title, language)]),
  w.all,
)}
${options(
  w.direction,
  'd',
  wanted.direction,
  directions.filter((one) => used.has(one)).map((one) => [one, directionWords[language][one]]),
  w.all,
)}
${options(
  w.organisation,
  'o',
  wanted.organisationId,
  [...homes].toSorted(([, a], [, b]) => alphabet.compare(a, b)),
  w.all,
)}
${hall.awards.length > 0 ? `<label class="tick"><input type="checkbox" name="a" value="1"${wanted.awarded ? ' checked' : ''}>${w.awardedOnly}</label>` : ''}
${spoken ? `<input type="hidden" name="l" value="${language}">` : ''}
<button>${w.search}</button>${Object.keys(queryOf(wanted)).length > 0 ? `<a class="clear" href="${linkTo(look, path)}">${w.clear}</a>` : ''}
</form>`
}

const awardsOf = (look: Look, hall: Hall): string => {
  if (hall.awards.length === 0) return ''
  const w = hallWords[look.language]
  const open = new Map(hall.open.map((one) => [one.id, one]))
  const seen = hall.awards.flatMap((award) => {
    const stand = open.get(award.standId)
    return stand ? [{ award, stand }] : []
  })
  const groups = [
    ...hall.plan.nominations.map(({ id, title }) => [id, inLanguage(title, look.language)] as const),
    [null, w.outside] as const,
  ]
  const lists = groups.flatMap(([id, title]) => {
    const own = seen.filter(({ award }) => award.nominationId === id)
    if (own.length === 0) return []
    const lines = own.map(
      ({ award, stand }) =>
        `<li><span class="award">${text(degreeOf(award, look))}</span><a href="${linkTo(look, `/e/${hall.id}/${stand.id}`)}">${text(stand.shown.title)}</a></li>`,
    )
    return [`<div><h3>${text(title)}</h3><ul class="awards">${lines.join('')}</ul></div>`]
  })
  const hidden = seen.length < hall.awards.length ? `<p class="quiet">${w.awardsHidden}</p>` : ''
  return `<section><h2>${w.awards}</h2><div class="prizes">${lists.join('\n')}</div>${hidden}</section>`
}

const pagingOf = (look: Look, hall: Hall, wanted: Wanted, pages: number): string => {
  if (pages < 2) return ''
  const w = hallWords[look.language]
  const to = (page: number, words: string, rel: string) =>
    page < 1 || page > pages ? '' : `<a rel="${rel}" href="${linkTo(look, `/e/${hall.id}`, queryOf(wanted, page))}">${words}</a>`
  return `<nav class="paging" aria-label="${w.pages}">${to(wanted.page - 1, `← ${w.before}`, 'prev')}<span>${w.page(wanted.page, pages)}</span>${to(wanted.page + 1, `${w.after} →`, 'next')}</nav>`
}

/** Somebody has put stands on its floor. */
const hasPlan = ({ open }: Hall) => open.some(({ number, place }) => number !== null && place !== null)

/** The exhibition's front page: what it is, who was awarded, and the wall of stands. */
export const frontPage = (look: Look, hall: Hall, asked: Wanted): string => {
  const { language } = look
  const w = hallWords[language]
  const { plan, state, stage, shut } = hall
  const title = inLanguage(plan.title, language)
  const about = inLanguage(plan.about, language)
  const found = soughtIn(hall.open, asked)
  const closed = closedOf(hall, w)
  const pages = Math.max(1, Math.ceil(found.length / standsOfPage))
  const wanted = { ...asked, page: Math.min(asked.page, pages) }
  const shown = found.slice((wanted.page - 1) * standsOfPage, wanted.page * standsOfPage)
  const place = inLanguage(plan.place, language)
  const { entriesFrom, entriesTo, hallFrom, judgingTo, resultsAt } = plan.windows
  const facts: readonly (readonly [string, string])[] = [
    ...(place ? [[w.where, place] as const] : []),
    [w.when, w.period(dayThere(hallFrom), dayThere(judgingTo))],
    ...(state === 'call' ? [[w.entries, w.period(dayThere(entriesFrom), dayThere(entriesTo))] as const] : []),
    [w.results, dayThere(resultsAt)],
    [w.organisers, hall.organisers.join(', ')],
  ]
  const first = hall.open.find(({ shown: { poster }, files }) => poster && files.has(poster.fileId))
  const picture = first?.shown.poster ? pictureOf(hall.id, first, first.shown.poster.fileId, 960) : null
  // The front door counts all of them: what is not on this wall is not lost.
  const isWhole = Object.keys(queryOf(wanted)).length === 0
  const counted = [w.standsFound(found.length), ...(isWhole && shut > 0 ? [w.inHallOnly(shut)] : [])]
  const none = shut > 0 ? w.inHallOnly(shut) : w.standsNone
  const wall =
    shown.length > 0
      ? `<p class="quiet">${counted.join('. ')}</p><ul class="wall">${shown.map((one, at) => tile(look, hall, one, at)).join('\n')}</ul>`
      : `<p>${hall.open.length > 0 ? w.nothingFound : none}</p>`
  return shell(
    {
      ...look,
      ...{ path: `/e/${hall.id}`, query: queryOf(wanted, wanted.page), title, listed: plan.listed },
      card: { about: firstWords(about || w.about), picture },
      back: { path: '/e', words: w.toExhibitions },
    },
    `<header>
<p class="quiet">${[w.kinds[plan.kind], w.states[stage], stageOfFinal(look, hall.final), String(hall.year)].filter(Boolean).map(text).join(' · ')}</p>
<h1>${text(title)}</h1>
${paragraphs(about)}
<dl>${facts.map(([name, said]) => `<dt>${name}</dt><dd>${text(said)}</dd>`).join('')}</dl>
</header>
<main>
${
  closed === null
    ? `${awardsOf(look, hall)}${finalistsOf(look, hall)}
<section><h2>${w.stands}</h2>
${hasPlan(hall) ? `<p class="more"><a href="${linkTo(look, `/e/${hall.id}/plan`)}">${w.plan}</a></p>` : ''}
${hall.open.length > 0 ? formOf(look, hall, wanted) : ''}
${wall}
${pagingOf(look, hall, wanted, pages)}</section>`
    : paragraphs(closed.words)
}
</main>
<footer class="quiet"><p>${w.consented}</p></footer>`,
  )
}
