import type { Block, Body, Run } from '@sheber/document/body'
import katex from 'katex'
import { dayOf, exportWords, periodOf, promptOf, topicOf, type ExportWords } from './export.words.ts'
import type { Kept, KeptEvidence, KeptMap, KeptPiece, KeptRecord, KeptRemark, KeptReview } from './export.kept.ts'
import { style } from './export.style.ts'

/** One page that opens from a disk, with no server and no script: everything it shows lies beside it. */
export const pageOf = (kept: Kept): string => {
  const w = exportWords[kept.language]
  const records = kept.sections.flatMap(({ records }) => records)
  return `<!doctype html>
<html lang="${kept.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<title>${text(w.title(kept.owner))}</title>
<style>${style}</style>
</head>
<body>
<header>
${kept.face ? `<img class="face" src="${text(kept.face.file)}" alt="${text(kept.face.alt)}">` : ''}
<h1>${text(kept.title || w.title(kept.owner))}</h1>
${kept.title ? `<p class="owner">${text(w.title(kept.owner))}</p>` : ''}
${kept.authors.length > 1 ? `<p>${w.authors}: ${kept.authors.map(text).join(', ')}</p>` : ''}
${paragraphs(kept.about)}
<p class="quiet">${text(w.made(dayOf(kept.at)))}</p>
</header>
${records.length > 1 ? `<nav aria-label="${text(w.contents)}"><h2>${w.contents}</h2><ol>${records.map((one) => `<li><a href="#${text(one.id)}">${text(one.title || w.untitled)}</a></li>`).join('')}</ol></nav>` : ''}
<main>
${records.length === 0 ? `<p>${w.none}</p>` : ''}
${kept.sections
  .filter((section) => section.records.length > 0)
  .map(
    ({ title, records: own }) =>
      `<section><h2>${text(title || w.others)}</h2>${own.map((one) => recordOf(one, kept, w)).join('\n')}</section>`,
  )
  .join('\n')}
${badgesOf(kept, w)}
${reviewsOf(kept.reviews, w)}
${kept.maps.map((map) => mapOf(map, w)).join('\n')}
</main>
</body>
</html>
`
}

/** Nothing that somebody wrote is a mark-up. */
export const text = (words: string): string => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

export const paragraphs = (words: string): string =>
  words
    .split(/\n{2,}/)
    .filter((one) => one.trim())
    .map((one) => `<p>${text(one.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n')

const recordOf = (one: KeptRecord, kept: Kept, w: ExportWords): string => `<article id="${text(one.id)}">
<p class="quiet">${[w.kinds[one.kind], periodOf(one)].filter(Boolean).map(text).join(' · ')}</p>
<h3>${text(one.title || w.untitled)}</h3>
${bodyOf(one.body, kept)}
${one.reflection.trim() ? `<blockquote><p class="quiet">${text(promptOf(w, one.prompt))}</p>${paragraphs(one.reflection)}</blockquote>` : ''}
${one.pieces.length > 0 ? `<h4>${w.pieces}</h4><div class="pieces">${one.pieces.map((piece) => pieceOf(piece, kept, w)).join('\n')}</div>` : ''}
${one.evidence.length > 0 ? `<h4>${w.evidence}</h4><ul class="evidence">${one.evidence.map((each) => evidenceOf(each, kept, w)).join('\n')}</ul>` : ''}
${one.remarks.length > 0 ? `<h4>${w.remarks}</h4><ul class="evidence">${one.remarks.map((each) => remarkOf(each, w)).join('\n')}</ul>` : ''}
</article>`

const pieceOf = ({ file, isPicture, caption, about, body }: KeptPiece, kept: Pick<Kept, 'pictures'>, w: ExportWords): string => {
  const told = text(caption)
  if (body) return `<figure class="leaf"><figcaption>${told}</figcaption>${bodyOf(body, kept)}</figure>`
  if (file && isPicture) return `<figure><img src="${text(file)}" alt="${told}"><figcaption>${told}</figcaption></figure>`
  if (file) return `<p><a href="${text(file)}">${text(caption || w.file)}</a>${about ? ` (${text(about)})` : ''}</p>`
  return `<p>${told}</p>`
}

const evidenceOf = ({ competency, person, level, why, state, verdicts, accepted }: KeptEvidence, kept: Kept, w: ExportWords): string =>
  `<li><strong>${text(competency)}</strong>${person === kept.owner ? '' : ` · ${text(person)}`}<br><span class="state">${text(w.states[state])}</span> · ${text(w.claimed(level))}${paragraphs(why)}
${verdicts
  .map(
    ({ by, verdict, level: given, text: said, at }) =>
      `<p class="verdict"><span class="state">${text([w.states[verdict], given].filter(Boolean).join(': '))}</span> · ${text(w.verdict(by, dayOf(at)))}${said ? `<br>${text(said)}` : ''}</p>`,
  )
  .join('\n')}
${accepted.map((one) => `<p class="verdict"><span class="state">${text(w.accepted(topicOf(one)))}</span> · ${text(w.verdict(`${one.by} (${one.school})`, dayOf(one.at)))}</p>`).join('\n')}</li>`

const remarkOf = ({ quote, settled, words }: KeptRemark, w: ExportWords): string =>
  `<li>${quote ? `<blockquote>${text(quote)}</blockquote>` : ''}${words
    .map(({ by, text: said, at }) => `<p class="verdict">${text(said)}<br><span class="quiet">${text(w.verdict(by, dayOf(at)))}</span></p>`)
    .join('')}${settled ? `<p class="quiet">${w.settled}</p>` : ''}</li>`

const reviewsOf = (reviews: readonly KeptReview[], w: ExportWords): string =>
  reviews.length === 0
    ? ''
    : `<section><h2>${w.reviews}</h2><ul class="evidence">${reviews
        .map(
          ({ by, outcome, text: said, at, answer, records }) =>
            `<li><span class="state">${text(w.outcomes[outcome])}</span> · ${text(w.verdict(by, dayOf(at)))}${records.length > 0 ? `<br><span class="quiet">${text(w.of(records.map((title) => title || w.untitled).join('; ')))}</span>` : ''}${paragraphs(said)}${answer ? `<blockquote><p class="quiet">${text(w.answer(dayOf(answer.at)))}</p>${paragraphs(answer.text)}</blockquote>` : ''}</li>`,
        )
        .join('\n')}</ul></section>`

const mapOf = ({ framework, version, attribution, rollup, levels, rows }: KeptMap, w: ExportWords): string => `<section class="map">
<h2>${w.map}: ${text([framework, version].filter(Boolean).join(' '))}</h2>
<p class="quiet">${text(w.rollup[rollup])}${attribution ? ` ${text(attribution)}` : ''}${rows.some(({ earlier }) => earlier) ? ` ${text(w.earlierWhy)}` : ''}</p>
<p class="quiet key">${levels.map((level, at) => `${at + 1}. ${text(level)}`).join(' · ')}</p>
<table>
<thead><tr><th scope="col">${w.competency}</th>${levels.map((level, at) => `<th scope="col">${at + 1}.<span class="long"> ${text(level)}</span></th>`).join('')}<th scope="col">${w.count}</th></tr></thead>
<tbody>
${rows
  .map(({ isArea, title, level, claimed, evidence, earlier, records }) =>
    isArea
      ? `<tr><th scope="rowgroup" colspan="${levels.length + 2}">${text(title)}</th></tr>`
      : `<tr><th scope="row">${text(title)}${earlier ? `<br><small>${text(w.earlier(earlier.version, earlier.level))}</small>` : ''}${records.map((one) => `<br><a href="#${text(one.id)}">${text(one.title || w.untitled)}</a>`).join('')}</th>${levels.map((_, at) => `<td>${level !== null && at <= level ? `<b>●</b>${at === level ? ` <span class="told">${w.shown}</span>` : ''}` : claimed === at ? '○' : ''}</td>`).join('')}<td>${evidence || ''}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
</section>`

const badgesOf = ({ badges }: Kept, w: ExportWords): string =>
  badges.length === 0
    ? ''
    : `<section><h2>${w.badges}</h2><div class="pieces">${badges.map(({ name, issuer, at, file }) => `<figure><img src="${text(file)}" alt="${text(name)}"><figcaption><strong>${text(name)}</strong><br>${text(w.badge(issuer, dayOf(at)))}</figcaption></figure>`).join('\n')}</div></section>`

const marks = { bold: 'strong', italic: 'em', code: 'code', strike: 's' } as const

const runOf = ({ text: words, marks: names, href }: Run): string => {
  const inner = names.reduceRight((html, name) => (name === 'link' ? html : `<${marks[name]}>${html}</${marks[name]}>`), text(words))
  // A path of the house leads nowhere from a disk.
  return href && !href.startsWith('/') ? `<a href="${text(href)}" rel="noreferrer">${inner}</a>` : inner
}

const plain: Partial<Record<Block['name'], string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
}

const spans = ({ attributes }: Block): string =>
  (['colspan', 'rowspan'] as const)
    .filter((name) => Number(attributes[name]) > 1)
    .map((name) => ` ${name}="${Math.min(50, Math.floor(Number(attributes[name])))}"`)
    .join('')

const blockOf = (block: Block, kept: Pick<Kept, 'pictures'>): string => {
  const { name, attributes, content } = block
  const inner = bodyOf(content, kept)
  if (name === 'heading') return Number(attributes['level']) > 2 ? `<h5>${inner}</h5>` : `<h4>${inner}</h4>`
  if (name === 'codeBlock') return `<pre><code>${inner}</code></pre>`
  if (name === 'table') return `<table><tbody>${inner}</tbody></table>`
  if (name === 'hardBreak') return '<br>'
  if (name === 'horizontalRule') return '<hr>'
  if (name === 'formula') return formulaOf(String(attributes['tex'] ?? ''))
  if (name === 'picture') {
    const file = kept.pictures[String(attributes['fileId'] ?? '')]
    const caption = String(attributes['caption'] ?? '')
    return file
      ? `<figure><img src="${text(file)}" alt="${text(String(attributes['alt'] ?? caption))}"><figcaption>${text(caption)}</figcaption></figure>`
      : ''
  }
  const tag = plain[name] ?? 'p'
  return `<${tag}${name === 'tableCell' || name === 'tableHeader' ? spans(block) : ''}>${inner}</${tag}>`
}

/** Rich text without its editor. */
export const bodyOf = (body: Body, kept: Pick<Kept, 'pictures'>): string =>
  body.map((part) => ('text' in part ? runOf(part) : blockOf(part, kept))).join('')

/** As MathML, which browsers set without a font of ours; the source itself where it cannot be read. */
const formulaOf = (source: string): string => {
  try {
    return katex.renderToString(source, { output: 'mathml', throwOnError: true, maxSize: 20, maxExpand: 200 })
  } catch {
    return `<code>${text(source)}</code>`
  }
}
