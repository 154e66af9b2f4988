import { questionLettersMax, reactionKinds } from '@sheber/contract/plain'
import { paragraphs, text } from '../export/export.html.ts'
import { linkTo, type Look } from '../hall/hall.shell.ts'
import type { PublicVisitors } from './visitor.open.ts'
import { hourThere, visitorWords } from './visitor.words.ts'

export const visitorDone = ['reacted', 'asked', 'voted'] as const
export type VisitorDone = (typeof visitorDone)[number]

/** Old laptops have no coloured ones. */
const signs = { like: '♥', wow: '★', idea: '✎' } as const

/** What changes while somebody looks at it: a script fetches this and nothing else again. */
export const liveOf = ({ language }: Pick<Look, 'language'>, { may, questions, reactions }: PublicVisitors): string => {
  const w = visitorWords[language]
  const counts = reactionKinds.flatMap((kind) => {
    const n = reactions[kind]
    return n > 0 ? [`<li><span aria-hidden="true">${signs[kind]}</span> ${w.reactions[kind]}: ${n}</li>`] : []
  })
  const asked = questions.map(
    ({ words, answer }) =>
      `<li><div class="question">${paragraphs(words)}</div>${answer === null ? `<p class="quiet">${w.noAnswer}</p>` : `<div class="answer"><p class="quiet">${w.answer}:</p>${paragraphs(answer)}</div>`}</li>`,
  )
  const list = asked.length > 0 ? `<ul class="asked">${asked.join('\n')}</ul>` : may.ask ? `<p class="quiet">${w.none}</p>` : ''
  return `${counts.length > 0 ? `<ul class="counts">${counts.join('')}</ul>` : ''}${list ? `<h3>${w.asked}</h3>${list}` : ''}`
}

/** Everything by plain forms; what the script does with them is the same without leaving the page. */
export const visitorsPart = (look: Look, path: string, visitors: PublicVisitors, done: VisitorDone | null): string => {
  const w = visitorWords[look.language]
  const { may, stamp, closesAt } = visitors
  const open = may.react || may.ask || may.vote
  const live = liveOf(look, visitors)
  if (!open && live === '') return ''
  const to = (deed: string) => `method="post" action="${linkTo(look, `${path}/visitor/${deed}`)}"`
  const buttons = reactionKinds.map(
    (kind) => `<button name="kind" value="${kind}"><span aria-hidden="true">${signs[kind]}</span>&nbsp;${w.reactions[kind]}</button>`,
  )
  const react = `<form class="react" ${to('react')} aria-label="${w.react}">${buttons.join('')}</form>`
  const vote = `<form ${to('vote')}><button>${w.vote}</button><p class="quiet">${text(w.voteWhy(hourThere(closesAt)))}</p></form>`
  const ask = `<form ${to('ask')}><label for="question">${w.ask}</label><textarea id="question" name="words" rows="3" maxlength="${questionLettersMax}" required aria-describedby="question-hint"></textarea><p class="quiet" id="question-hint">${w.askHint}</p><button>${w.send}</button></form>`
  const forms = [may.react && react, may.vote && vote, may.ask && ask, open && `<p class="quiet">${w.cookie}</p>`]
    .filter(Boolean)
    .join('\n')
  return `<section id="visitors" class="visitors" data-live="${linkTo(look, `${path}/visitor`)}" data-stamp="${stamp}" data-offline="${text(w.offline)}">
<h2>${w.title}</h2>
<p class="said" role="status">${done ? w.done[done] : ''}</p>
<div class="deeds">
${forms}
</div>
<div class="live" aria-live="polite">${live}</div>
</section>`
}
