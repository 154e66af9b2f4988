import type { Database } from '../database.ts'
import type { Options, ScenarioName } from '../options.ts'
import type { Target } from '../targets/target.ts'

/** Null: cannot be known of this target. */
export type Figures = Readonly<Record<string, number | null>>

export interface Around {
  readonly database: Database
  readonly options: Options
}

export interface Scenario {
  readonly name: ScenarioName
  /** What happens, in a line. */
  readonly title: string
  /** Null: this target has nothing to show here. */
  run(target: Target, around: Around): Promise<Figures | null>
}
