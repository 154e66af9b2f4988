import { firstView } from '@sheber/document/thing'
import { inLanguage } from '@sheber/domain/framework'
import { paragraphs, text } from '../export/export.html.ts'
import { exportWords, periodOf, sizeOf } from '../export/export.words.ts'
import { firstWords, storyOf, type PublicPicture } from '../publication/publication.page.ts'
import { publicWords } from '../publication/publication.words.ts'
import { directionWords } from './hall.directions.ts'
import { degreeOf, nameOf, pictureOf } from './hall.front.ts'
import type { Hall, HallStand } from './hall.open.ts'
import { spotOf } from './hall.plan.ts'
import { scriptData, type Scripts } from './hall.scripts.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { standStyle } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? ''

/** One picture at two widths: a phone takes the small one. */
const figure = (look: Look, hall: Hall, stand: HallStand, fileId: string, alt: string, kind: 'poster' | 'shot'): string => {
  const small = pictureOf(hall.id, stand, fileId, 320)
  const large = pictureOf(hall.id, stand, fileId, 960)
  if (!small || !large) return ''
  const sizes = kind === 'poster' ? '(min-width: 46rem) 42rem, 92vw' : '(min-width: 30rem) 12rem, 92vw'
  const image = `<img src="${large.url}" srcset="${small.url} ${small.width}w, ${large.url} ${large.width}w" sizes="${sizes}" width="${large.width}" height="${large.height}" alt="${text(alt)}"${kind === 'poster' ? '' : ' loading="lazy"'} decoding="async">`
  return kind === 'poster' ? `<figure class="poster">${image}</figure>` : `<li><a href="${large.url}">${image}</a></li>`
}

const recordsOf = (look: Look, hall: Hall, stand: HallStand): string => {
  const { records } = stand.shown
  if (records.length === 0) return ''
  const w = hallWords[look.language]
  const e = exportWords[look.language]
  const pictures: Record<string, PublicPicture> = {}
  for (const id of stand.files.keys()) {
    const one = pictureOf(hall.id, stand, id, 960)
    if (one) pictures[id] = one
  }
  const articles = records.map(
    (one) => `<article><h3>${text(one.title.trim() || e.untitled)}</h3>
<p class="quiet">${[e.kinds[one.kind], periodOf(one)].filter(Boolean).map(text).join(' · ')}</p>
${storyOf(one, pictures)}</article>`,
  )
  return `<section><h2>${w.records}</h2>${articles.join('\n')}</section>`
}

/** A still of the model and the model itself; whoever wants to turn it fetches what turns it then. */
const modelOf = (look: Look, hall: Hall, stand: HallStand, scripts: Scripts): string => {
  const { model } = stand.shown
  const file = model && stand.files.get(model.fileId)
  if (!file) return ''
  const w = hallWords[look.language]
  const path = `/e/${hall.id}/${stand.id}/model`
  const script = scripts(`turn/${look.language}`)
  // GLB counts in metres; STL does not say, and people who print mean millimetres.
  const unit = model.unit ?? (file.type === 'model/gltf-binary' ? 'm' : 'mm')
  const data = script
    ? ` ${scriptData(script)} data-model="${path}" data-unit="${text(unit)}" data-view="${text((model.view ?? firstView).join(' '))}" data-turn="${w.modelTurn}" data-away="${w.modelAway}"`
    : ''
  const still = model.still ? figure(look, hall, stand, model.still.fileId, model.still.alt || w.modelStill, 'poster') : ''
  return `<section class="model"${data}><h2>${w.model}</h2>${still}
<p class="more"><a href="${path}" download>${w.modelSave}</a> <span class="quiet">${sizeOf(file.bytes, look.language)}</span></p></section>`
}

/** The team's own film, from our own house: a browser plays it by itself, and whoever's does not saves it. Nothing of it is fetched before. */
const filmOf = (look: Look, hall: Hall, stand: HallStand): string => {
  const { clip, poster } = stand.shown
  const file = clip && stand.files.get(clip.fileId)
  if (!file) return ''
  const w = hallWords[look.language]
  const path = `/e/${hall.id}/${stand.id}/video`
  const still = clip.still ?? poster
  const frame = still && pictureOf(hall.id, stand, still.fileId, 960)
  const save = `<a href="${path}" download>${w.videoSave}</a>`
  return `<section class="film"><h2>${w.film}</h2>
<video controls preload="none" playsinline${frame ? ` poster="${frame.url}"` : ''} aria-label="${w.film}"><source src="${path}" type="${file.type}">${save}</video>
<p class="more">${save} <span class="quiet">${sizeOf(file.bytes, look.language)}</span></p></section>`
}

/** Drawings, documents and programs, to take along. */
const filesOf = (look: Look, hall: Hall, stand: HallStand): string => {
  const lines = (stand.shown.files ?? []).flatMap(({ fileId }) => {
    const file = stand.files.get(fileId)
    const path = `/e/${hall.id}/${stand.id}/file/${fileId}`
    return file
      ? [`<li><a href="${path}" download>${text(file.name)}</a> <span class="quiet">${sizeOf(file.bytes, look.language)}</span></li>`]
      : []
  })
  return lines.length === 0 ? '' : `<section><h2>${hallWords[look.language].files}</h2><ul class="files">${lines.join('\n')}</ul></section>`
}

/** The board as it was handed in, to look around in at once. */
const boardOf = (look: Look, address: string, isThere: boolean): string => {
  const w = hallWords[look.language]
  const href = linkTo(look, address)
  const board = `<div class="look" tabindex="0" role="region" aria-label="${w.board}"><img src="${href}" alt="${w.boardAlt}"></div><p class="more"><a href="${href}">${w.boardWhole}</a></p>`
  return `<section><h2>${w.board}</h2>${isThere ? board : `<p>${w.boardNone}</p>`}</section>`
}

/** A stand as whoever walks past it reads it. */
export const standPage = (
  look: Look,
  hall: Hall,
  stand: HallStand,
  scripts: Scripts,
  visitors: { readonly html: string; readonly script: boolean },
  /** All of it, for those who judge or admit it, with its board where there is one. Null: as the world sees it. */
  handed: { readonly board: boolean } | null = null,
): string => {
  const { language } = look
  const w = hallWords[language]
  const { shown, names, leaders, parts, organisation, awards } = stand
  const own = `/e/${hall.id}/${stand.id}`
  const path = handed ? `${own}/handed` : own
  const title = shown.title.trim() || exportWords[language].untitled
  const nomination = hall.plan.nominations.find(({ id }) => id === shown.nominationId)
  const line = [
    nameOf(stand, w),
    ...(nomination ? [inLanguage(nomination.title, language)] : []),
    directionWords[language][shown.direction],
    ...(organisation ? [organisation.name] : []),
  ]
  const pictures = shown.pictures.map(({ fileId, alt }, n) => figure(look, hall, stand, fileId, alt || w.picture(n + 1), 'shot')).join('')
  const model = modelOf(look, hall, stand, scripts)
  const video = shown.video !== null && /^https:\/\//.test(shown.video) ? shown.video : null
  const film =
    video &&
    `<a href="${text(video)}" rel="noreferrer nofollow">${w.video}</a> <span class="quiet">${text(w.videoAt(hostOf(video)))}</span>`
  const at = hall.open.indexOf(stand)
  const [before, after] = [hall.open[at - 1], hall.open[at + 1]]
  const spot = spotOf(hall, stand)
  const card = shown.poster && pictureOf(hall.id, stand, shown.poster.fileId, 960)
  return shell(
    {
      ...look,
      ...{ path, title, listed: hall.plan.listed && !handed, dress: standStyle },
      scripts: [...(model.includes('data-script') ? (['turn'] as const) : []), ...(visitors.script ? (['visitor'] as const) : [])],
      ...(!handed && {
        card: { about: firstWords(shown.about.trim() || inLanguage(hall.plan.title, language)), picture: card },
        back: { path: `/e/${hall.id}`, words: inLanguage(hall.plan.title, language) },
      }),
    },
    `<header>
${handed ? `<p><b>${w.handed}</b> ${w.handedWhy}</p>` : ''}
<p class="quiet">${[...new Set(line)].map(text).join(' · ')}</p>
<h1>${text(title)}</h1>
${awards.map((one) => `<p class="award">${text(degreeOf(one, look))} <span class="quiet">${text(w.diploma(one.number))}</span></p>`).join('')}
${names.length > 0 ? `<p>${w.authors}: ${names.map(text).join(', ')}</p>` : ''}
${leaders.length > 0 ? `<p>${publicWords[language].adults}: ${leaders.map(text).join(', ')}</p>` : ''}
</header>
<main>
<div class="pair">
${shown.poster ? figure(look, hall, stand, shown.poster.fileId, shown.poster.alt || w.poster, 'poster') : ''}
<div>
${shown.about.trim() ? `<section><h2>${w.story}</h2>${paragraphs(shown.about)}</section>` : ''}
${parts.length > 0 ? `<section><h2>${w.parts}</h2><dl class="parts">${parts.map(({ name, words }) => `<dt>${text(name)}</dt><dd>${text(words)}</dd>`).join('')}</dl></section>` : ''}
${shown.adults.trim() ? `<section><h2>${w.adults}</h2>${paragraphs(shown.adults)}</section>` : ''}
</div>
</div>
${pictures ? `<section><h2>${w.pictures}</h2><ul class="shots">${pictures}</ul></section>` : ''}
${
  handed
    ? boardOf(look, `${path}/board.svg`, handed.board)
    : `<section><h2>${w.more}</h2><ul class="more">
<li><a href="${linkTo(look, `${path}/board`)}">${w.board}</a></li>
<li><a href="${linkTo(look, `${path}/steps`)}">${w.steps}</a></li>
${spot ? `<li><a href="${linkTo(look, spot.path)}#${spot.part}">${w.planHere}</a></li>` : ''}
${film ? `<li>${film}</li>` : ''}
</ul></section>`
}
${handed && film ? `<p>${film}</p>` : ''}
${filmOf(look, hall, stand)}
${model}
${filesOf(look, hall, stand)}
${recordsOf(look, hall, stand)}
${visitors.html}
</main>
<nav class="around" aria-label="${w.stands}">${before ? `<a rel="prev" href="${linkTo(look, `/e/${hall.id}/${before.id}`)}">← ${w.standBefore}</a>` : ''}${after ? `<a rel="next" href="${linkTo(look, `/e/${hall.id}/${after.id}`)}">${w.standAfter} →</a>` : ''}</nav>
${handed ? '' : `<footer class="quiet"><p>${w.consented}</p></footer>`}`,
  )
}
