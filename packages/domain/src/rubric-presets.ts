import type { Said } from '@sheber/contract/framework'
import type { Rubric } from '@sheber/contract/rubric'
import { engineering } from './rubric-engineering.ts'
import { modelling } from './rubric-modelling.ts'
import { robotics } from './rubric-robotics.ts'
import { said } from './rubric-words.ts'
import { youngest } from './rubric-youngest.ts'

export const rubricPresetIds = ['engineering', 'modelling', 'robotics', 'youngest'] as const
export type RubricPresetId = (typeof rubricPresetIds)[number]

export interface RubricPreset {
  readonly title: Said
  readonly rubric: Rubric
}

/** What an organiser may begin with, and change: a competition has its own copy. */
export const rubricPresets: Readonly<Record<RubricPresetId, RubricPreset>> = {
  engineering: { title: said(['Инженерлік жоба', 'Инженерный проект', 'Engineering project']), rubric: engineering },
  modelling: { title: said(['Модель құрастыру', 'Моделирование', 'Model building']), rubric: modelling },
  robotics: {
    title: said(['Бағдарламалау және робототехника', 'Программирование и робототехника', 'Programming and robotics']),
    rubric: robotics,
  },
  youngest: { title: said(['Ең кіші қатысушыларға', 'Для самых младших', 'For the youngest']), rubric: youngest },
}
