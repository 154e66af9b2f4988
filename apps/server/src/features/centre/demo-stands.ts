import type { Direction, ProjectState } from '@sheber/contract/project'
import type { RecordKind } from '@sheber/contract/portfolio'
import type { Language } from '@sheber/contract/words'
import type { DemoBoard } from './demo-boards.ts'
import type { Place } from './demo-people.ts'
import type { Poster } from './demo-posters.ts'
import type { projects } from './demo-projects.ts'
import type { Chart } from './demo-sheet.ts'

/** What stands in a hall, and how good it is: what judges are going to say follows from it, and from how strict each is. */
export interface DemoStand {
  /** Its drawing, and what it is called here. */
  readonly word: Poster
  /** One that has its board already, or one that was made to be shown. */
  readonly project: keyof typeof projects | DemoShown
  readonly nomination: string
  readonly about: string
  /** By name: what each says they did. Children only. */
  readonly parts: Readonly<Record<string, string>>
  readonly adults: string
  /** What the drawing shows, and what the chart. */
  readonly alt: readonly [poster: string, chart: string]
  readonly chart: Chart
  /** From 0 to 1. */
  readonly merit: number
  /** Of judges, in the language of the team; what the first says, then the others. */
  readonly words: readonly string[]
  /** Of the team’s portfolio, for everybody. */
  readonly record?: { readonly kind: RecordKind; readonly title: string; readonly words: readonly string[]; readonly reflection: string }
}

export interface DemoShown {
  readonly title: string
  readonly team: string
  /** Whose the team is. */
  readonly place: Place
  readonly adult: string
  readonly direction: Direction
  readonly state: ProjectState
  readonly language: Language
  /** Problem, idea, what it has to do, a trial, what was decided, what is left. */
  readonly notes: readonly [string, string, string, string, string, string]
}

const headings: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  kk: ['Мәселе және идея', 'Не істей алуы керек', 'Сынақтар', 'Шешім'],
  ru: ['Проблема и идея', 'Что должно уметь', 'Пробы', 'Решения'],
  en: ['Problem and idea', 'What it has to do', 'Trials', 'Decisions'],
}

/** As its team went on: ten weeks from the problem to the hall. */
export const boardOf = ({ language, notes }: DemoShown, names: readonly string[], daysBefore: number): DemoBoard => {
  const [problem, idea, task, trial, decision, left] = notes
  const by = (n: number) => names[n % names.length] ?? ''
  const [first, second, third, fourth] = headings[language]
  return [
    {
      title: first,
      colour: 'pink',
      daysAgo: daysBefore + 68,
      notes: [
        [by(0), problem],
        [by(1), idea],
      ],
    },
    { title: second, colour: 'blue', daysAgo: daysBefore + 55, notes: [[by(2), task]] },
    { title: third, colour: 'violet', daysAgo: daysBefore + 31, notes: [[by(1), trial]] },
    {
      title: fourth,
      colour: 'green',
      daysAgo: daysBefore + 16,
      notes: [
        [by(0), decision],
        [by(2), left],
      ],
    },
  ]
}
