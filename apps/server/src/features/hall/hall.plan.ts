import { inLanguage } from '@sheber/domain/framework'
import { text } from '../export/export.html.ts'
import { exportWords } from '../export/export.words.ts'
import { nameOf } from './hall.front.ts'
import type { Hall, HallStand } from './hall.open.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { floorStyle } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

/** Wide enough for a number on a phone; a hall that is wider than the screen is moved under the finger. */
const pixelsOfMetre = 24
/** Half the side of a stand, in metres, as its organiser sees it. */
const half = { x: 0.75, y: 0.5 }

/** A stand that visitors meet in the hall: with a number on its sign and a place on the floor. */
interface Standing extends HallStand {
  readonly number: number
  readonly place: { readonly x: number; readonly y: number }
}
const isStanding = (one: HallStand): one is Standing => one.admitted && one.number !== null && one.place !== null

/** By number. Those that consent keeps off the net stand in the hall all the same. */
export const standingIn = (hall: Hall): Standing[] =>
  [...hall.all.values()].filter(isStanding).toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))

/** Where a stand is drawn: `…/plan` leads there, and marks it by nothing but its address. Null: it has no place yet. */
export const spotOf = (hall: Hall, stand: HallStand): { readonly path: string; readonly part: string } | null =>
  isStanding(stand) ? { path: `/e/${hall.id}/plan`, part: `s${stand.number}` } : null

const metres = (value: number) => Number(value.toFixed(2))

const drawn = (look: Look, hall: Hall, one: Standing): string => {
  const w = hallWords[look.language]
  // Outside is no floor: it is drawn at the wall.
  const at = (value: number, most: number) => metres(Math.min(most, Math.max(0, value)))
  const place = `transform="translate(${at(one.place.x, hall.plan.hall.width)} ${at(one.place.y, hall.plan.hall.height)})"`
  const inside = `<rect x="-${half.x}" y="-${half.y}" width="${half.x * 2}" height="${half.y * 2}" rx=".12"/><text y=".22">${one.number}</text>`
  return one.open
    ? `<a id="s${one.number}" ${place} href="${linkTo(look, `/e/${hall.id}/${one.id}`)}" aria-label="${text(`${nameOf(one, w)}. ${one.shown.title}`)}">${inside}</a>`
    : `<g id="s${one.number}" class="shut" ${place}>${inside}</g>`
}

/** The floor with its stands, without a script; and the same as a list, for whoever does not see it or is not used to plans. */
export const planPage = (look: Look, hall: Hall): string => {
  const { language } = look
  const w = hallWords[language]
  const { width, height } = hall.plan.hall
  const stands = standingIn(hall)
  const title = inLanguage(hall.plan.title, language)
  const net = [
    ...Array.from({ length: Math.ceil(width) - 1 }, (_, n) => `M${n + 1} 0V${height}`),
    ...Array.from({ length: Math.ceil(height) - 1 }, (_, n) => `M0 ${n + 1}H${width}`),
  ].join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round((width + 1.6) * pixelsOfMetre)}" viewBox="-.8 -.8 ${metres(width + 1.6)} ${metres(height + 1.6)}" role="group" aria-label="${w.plan}"><rect class="ground" width="${width}" height="${height}"/><path class="net" d="${net}"/>${stands.map((one) => drawn(look, hall, one)).join('')}</svg>`
  const line = (one: Standing) =>
    one.open
      ? `<li><b>${one.number}</b> <a href="${linkTo(look, `/e/${hall.id}/${one.id}`)}">${text(one.shown.title.trim() || exportWords[language].untitled)}</a></li>`
      : `<li><b>${one.number}</b> <span class="quiet">${w.planShut}</span></li>`
  return shell(
    {
      ...look,
      ...{ path: `/e/${hall.id}/plan`, title: `${w.plan}: ${title}`, listed: hall.plan.listed, dress: floorStyle },
      card: { about: title, picture: null },
      back: { path: `/e/${hall.id}`, words: title },
    },
    `<header><p class="quiet">${text(title)}</p><h1>${w.plan}</h1></header>
<main>
${
  stands.length === 0
    ? `<p>${w.planNone}</p>`
    : `<p>${w.planWhy}</p>
<div class="floor" tabindex="0" role="region" aria-label="${w.plan}">${svg}</div>
<section><h2>${w.planList}</h2><ol class="numbers">${stands.map(line).join('\n')}</ol></section>`
}
</main>
<footer class="quiet"><p>${w.consented}</p></footer>`,
  )
}
