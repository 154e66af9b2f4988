import { inLanguage } from '@sheber/domain/framework'
import { hallIsOpen } from '@sheber/domain/hall'
import { text } from '../export/export.html.ts'
import { emptyFace, type Face } from './hall.face.ts'
import { stageOfFinal } from './hall.final.ts'
import { pictureOf } from './hall.front.ts'
import type { Listed } from './hall.open.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { doorStyle } from './hall.style.ts'
import { dayThere, hallWords } from './hall.words.ts'

/** What the front door shows at once: whatever is on and comes, and one year of the archive, with what was called off. The others are a press away. */
export interface Shelf {
  readonly open: readonly Listed[]
  readonly soon: readonly Listed[]
  /** Null: nothing is over yet. */
  readonly year: number | null
  readonly archived: readonly Listed[]
  /** The newest first, with how many exhibitions each has. */
  readonly years: readonly (readonly [number, number])[]
  /** Somebody has asked for this year and for nothing else. */
  readonly alone: boolean
}

const opens = ({ plan }: Listed) => new Date(plan.windows.hallFrom).getTime()

/** `asked`: a year of the archive, as an address has it; one that is not there asks for nothing. */
export const shelfOf = (all: readonly Listed[], asked: unknown): Shelf => {
  const archived = all.filter(({ state }) => state === 'archived' || state === 'cancelled')
  const years = [...Map.groupBy(archived, ({ year }) => year)]
    .map(([year, some]) => [year, some.length] as const)
    .toSorted(([a], [b]) => b - a)
  const wanted = years.find(([year]) => String(year) === asked)?.[0]
  const year = wanted ?? years[0]?.[0] ?? null
  const alone = wanted !== undefined
  return {
    ...{ year, years, alone },
    open: alone ? [] : all.filter(({ state }) => hallIsOpen(state) && state !== 'archived'),
    // What comes first stands first.
    soon: alone ? [] : all.filter(({ state }) => !hallIsOpen(state) && state !== 'cancelled').toSorted((a, b) => opens(a) - opens(b)),
    archived: archived.filter((one) => one.year === year),
  }
}

/** All of the shelf, in the order of the page. */
export const shownOn = ({ open, soon, archived }: Shelf): readonly Listed[] => [...open, ...soon, ...archived]

/** The front door of all exhibitions: what is open, what comes, and the archive by year. */
export const indexPage = (look: Look, shelf: Shelf, faces: ReadonlyMap<string, Face>, listed: boolean): string => {
  const { language } = look
  const w = hallWords[language]
  const { open, soon, archived, years, year, alone } = shelf
  const first = shownOn(shelf).find(({ id }) => faces.get(id)?.cover)

  const coverOf = (one: Listed, isLarge: boolean): string => {
    const cover = faces.get(one.id)?.cover
    const small = cover && pictureOf(one.id, cover, cover.fileId, 320)
    const large = cover && pictureOf(one.id, cover, cover.fileId, 960)
    if (!small || !large) return `<span class="blank" aria-hidden="true">${one.year}</span>`
    const wide = isLarge
      ? ` srcset="${small.url} ${small.width}w, ${large.url} ${large.width}w" sizes="(min-width: 46rem) 30rem, 92vw"`
      : ''
    // Its name stands beside it: a cover is no news of its own.
    return `<img src="${small.url}"${wide} width="${small.width}" height="${small.height}" alt=""${one === first ? '' : ' loading="lazy"'} decoding="async">`
  }
  const dateOf = ({ plan }: Listed): string => {
    const [day, month, year] = dayThere(plan.windows.hallFrom).split('.')
    return `<span class="date" aria-hidden="true"><b>${day}.${month}</b>${year}</span>`
  }
  const card = (one: Listed, tag: 'h3' | 'h4', face: string): string => {
    const { plan, stage, state } = one
    const { entriesFrom, entriesTo, hallFrom, resultsAt } = plan.windows
    const { stands, final, finalists } = faces.get(one.id) ?? emptyFace
    const told = [
      w.period(dayThere(hallFrom), dayThere(resultsAt)),
      ...(state === 'call' ? [`${w.entries}: ${w.period(dayThere(entriesFrom), dayThere(entriesTo))}`] : []),
      ...(stands > 0 ? [w.standsFound(stands)] : []),
      ...(finalists.length > 0 ? [w.inFinal(finalists)] : []),
    ]
    const place = inLanguage(plan.place, language)
    return `<li><a href="${linkTo(look, `/e/${one.id}`)}">${face}<div><p class="stage">${text([w.kinds[plan.kind], ...(state === 'archived' ? [] : [w.states[stage]]), stageOfFinal(look, final)].filter(Boolean).join(' · '))}</p>
<${tag}>${text(inLanguage(plan.title, language))}</${tag}>
${told.map((line) => `<p>${text(line)}</p>`).join('')}${place ? `<p class="quiet">${text(place)}</p>` : ''}</div></a></li>`
  }
  const section = (id: string, title: string, inside: string) =>
    `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${inside}</section>`
  const yearLinks =
    years.length < 2
      ? ''
      : `<nav class="years" aria-label="${w.years}">${years
          .map(([one, many]) => {
            const href = linkTo(look, '/e', { y: String(one) })
            return `<a href="${href}"${one === year ? ' aria-current="true"' : ''}><b>${one}</b> ${text(w.exhibitionsFound(many))}</a>`
          })
          .join('')}</nav>`
  const archive =
    year === null
      ? ''
      : section(
          'archive',
          w.archive,
          `${yearLinks}<h3>${year}</h3><ul class="wall">${archived.map((one) => card(one, 'h4', coverOf(one, false))).join('\n')}</ul>`,
        )
  const nothing = years.length > 0 ? w.nothingOpen : w.nothingOpenYet
  const on =
    open.length > 0 ? `<ul class="open">${open.map((one) => card(one, 'h3', coverOf(one, true))).join('\n')}</ul>` : `<p>${nothing}</p>`
  const all = open.length + soon.length + archived.length
  const picture = first && faces.get(first.id)?.cover
  return shell(
    {
      ...look,
      ...{ path: '/e', title: alone ? w.ofYear(year ?? 0) : w.exhibitions, dress: doorStyle, listed },
      ...(alone && { query: { y: String(year) }, back: { path: '/e', words: w.toExhibitions } }),
      card: { about: w.about, picture: first && picture ? pictureOf(first.id, picture, picture.fileId, 960) : null },
    },
    `<header><h1>${alone ? w.ofYear(year ?? 0) : w.exhibitions}</h1><p>${w.about}</p></header>
<main>
${
  all === 0
    ? `<p>${w.noneYet}</p>`
    : [
        alone ? '' : section('open', w.openNow, on),
        soon.length > 0
          ? section('soon', w.soon, `<ul class="soon">${soon.map((one) => card(one, 'h3', dateOf(one))).join('\n')}</ul>`)
          : '',
        archive,
      ].join('\n')
}
</main>
<footer class="quiet"><p>${w.consented}</p><p class="more"><a href="/sign-in">${w.signIn}</a></p></footer>`,
  )
}
