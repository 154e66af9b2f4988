import type { Exhibition } from '@sheber/contract/exhibition'
import type { Language } from '@sheber/contract/words'
import { inLanguage } from '@sheber/domain/framework'

/** What a list needs of an exhibition. Its rubric stays on the server: a hundred of them are a megabyte. */
export const lineOf = ({ id, year, plan, state, takes, runs, organisers }: Exhibition, language: Language) => ({
  ...{ id, year, state, takes, runs },
  title: inLanguage(plan.title, language),
  kind: plan.kind,
  windows: plan.windows,
  ages: plan.ages,
  nominations: plan.nominations.length,
  organisers: organisers.map(({ name }) => name),
})
export type Line = ReturnType<typeof lineOf>
