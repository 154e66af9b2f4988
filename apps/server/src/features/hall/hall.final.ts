import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { FinalStage } from '@sheber/contract/final'
import { inLanguage } from '@sheber/domain/framework'
import type { DbOrTx } from '@sheber/db/open'
import { text } from '../export/export.html.ts'
import { finalNow, toldOf } from '../final/final.thing.ts'
import type { Hall } from './hall.open.ts'
import { linkTo, type Look } from './hall.shell.ts'
import { hallWords } from './hall.words.ts'

/** What the world is told of a final. */
export interface FinalShown {
  /** How far it is while the jury is at work; null: it is over. */
  readonly stage: FinalStage | null
  /** Whose team was told that it is in it: nobody learns it before its team does. */
  readonly standIds: ReadonlySet<string>
}

const held: readonly ExhibitionState[] = ['judging', 'deliberation', 'results', 'archived']

/** Null: it holds none, or nothing has begun yet. */
export const finalShown = async (
  db: DbOrTx,
  { id, plan, state }: { readonly id: string; readonly plan: Plan; readonly state: ExhibitionState },
): Promise<FinalShown | null> => {
  if (!plan.final || !held.includes(state)) return null
  const { stage, finalists } = await finalNow(db, { id, plan })
  const told = await toldOf(db, [...finalists])
  return { stage: state === 'judging' ? stage : null, standIds: new Set([...finalists].filter((one) => told.get(one) === true)) }
}

/** The step that is on, in a few words; empty: none is. */
export const stageOfFinal = ({ language }: Pick<Look, 'language'>, final: FinalShown | null): string =>
  final?.stage ? hallWords[language].final[final.stage] : ''

/** Finalists by nomination, as far as the world may see their stands; empty: nobody was told yet. */
export const finalistsOf = (look: Look, { id: hallId, plan, final, open, all }: Hall): string => {
  if (!final) return ''
  const w = hallWords[look.language]
  const seen = open.filter(({ id }) => final.standIds.has(id))
  const inHall = [...final.standIds].filter((id) => all.get(id)?.admitted)
  if (inHall.length === 0) return ''
  const lists = plan.nominations.flatMap(({ id, title }) => {
    const own = seen.filter(({ nominationId }) => nominationId === id)
    if (own.length === 0) return []
    const lines = own.map(
      ({ id: standId, number, shown }) =>
        `<li><span>${text(number === null ? w.unnumbered : w.stand(number))}</span><a href="${linkTo(look, `/e/${hallId}/${standId}`)}">${text(shown.title)}</a></li>`,
    )
    return [`<div><h3>${text(inLanguage(title, look.language))}</h3><ul class="awards">${lines.join('')}</ul></div>`]
  })
  const hidden = seen.length < inHall.length ? `<p class="quiet">${w.finalistsHidden}</p>` : ''
  return `<section><h2>${w.finalists}</h2><div class="prizes">${lists.join('\n')}</div>${hidden}</section>`
}
