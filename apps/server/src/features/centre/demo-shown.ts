import { exhibitions } from './demo-exhibitions.ts'
import { adults } from './demo-people.ts'
import { projects, type DemoProject } from './demo-projects.ts'
import type { DemoShown, DemoStand } from './demo-stands.ts'

export type Hall = 'last' | 'live'

export interface Shown {
  readonly hall: Hall
  readonly stand: DemoStand
  /** Null: its board is drawn with the boards of those who are at work. */
  readonly made: DemoShown | null
  readonly title: string
  readonly team: string
  /** The first of them opened the project. */
  readonly members: readonly string[]
  /** Days before today on which it was handed in. */
  readonly entered: number
}

export const isAdult = (name: string): boolean => adults.some((one) => one.name === name)

const shownIn = (hall: Hall, stand: DemoStand): Shown => {
  const entered = 1 - exhibitions[hall].days[1]
  if (typeof stand.project === 'string') {
    const { title, team, members }: DemoProject = projects[stand.project]
    return { hall, stand, made: null, title, team, members, entered }
  }
  const { title, team, adult } = stand.project
  return { hall, stand, made: stand.project, title, team, members: [...Object.keys(stand.parts), adult], entered }
}

/** Everything that stands in a hall. */
export const shown: readonly Shown[] = (['last', 'live'] as const).flatMap((hall) =>
  exhibitions[hall].stands.map((stand) => shownIn(hall, stand)),
)
