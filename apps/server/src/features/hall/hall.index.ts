import { inLanguage } from '@sheber/domain/framework'
import { hallIsOpen } from '@sheber/domain/hall'
import { text } from '../export/export.html.ts'
import type { Listed } from './hall.open.ts'
import { linkTo, shell, type Look } from './hall.shell.ts'
import { dayThere, hallWords } from './hall.words.ts'

/** All exhibitions: what is open, what comes, and the archive by year. */
export const indexPage = (look: Look, all: readonly Listed[]): string => {
  const { language } = look
  const w = hallWords[language]
  const isOpen = ({ state }: Listed) => hallIsOpen(state) && state !== 'archived'
  const line = ({ id, plan, state }: Listed) => {
    const { hallFrom, resultsAt } = plan.windows
    const more = [inLanguage(plan.place, language), w.period(dayThere(hallFrom), dayThere(resultsAt)), w.states[state]].filter(Boolean)
    return `<li><a href="${linkTo(look, `/e/${id}`)}"><strong>${text(inLanguage(plan.title, language))}</strong><small>${more.map(text).join(' · ')}</small></a></li>`
  }
  const list = (some: readonly Listed[]) => `<ul class="halls">${some.map(line).join('\n')}</ul>`
  const open = all.filter(isOpen)
  const soon = all.filter(({ state }) => !hallIsOpen(state))
  const years = [
    ...Map.groupBy(
      all.filter(({ state }) => state === 'archived'),
      ({ year }) => year,
    ),
  ].toSorted(([a], [b]) => b - a)
  return shell(
    { ...look, path: '/e', title: w.exhibitions, card: { about: w.about, picture: null }, listed: all.some(({ plan }) => plan.listed) },
    `<header><h1>${w.exhibitions}</h1><p>${w.about}</p></header>
<main>
${all.length === 0 ? `<p>${w.noneYet}</p>` : `<section><h2>${w.openNow}</h2>${open.length > 0 ? list(open) : `<p>${w.nothingOpen}</p>`}</section>`}
${soon.length > 0 ? `<section><h2>${w.soon}</h2>${list(soon)}</section>` : ''}
${years.length > 0 ? `<section><h2>${w.archive}</h2>${years.map(([year, some]) => `<h3>${year}</h3>${list(some)}`).join('\n')}</section>` : ''}
</main>`,
  )
}
