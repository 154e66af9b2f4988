import type { NewThing } from '@sheber/document/thing'
import { contradiction } from './contradiction.ts'
import type { Hand } from './draft.ts'
import { first } from './first.ts'
import { mind } from './mind.ts'
import { morphology } from './morphology.ts'
import { plan } from './plan.ts'
import { poster } from './poster.ts'
import { problem } from './problem.ts'
import { protocol } from './protocol.ts'
import { requirements } from './requirements.ts'
import { retrospective } from './retrospective.ts'
import { user } from './user.ts'
import { wiring } from './wiring.ts'
import type { TemplateWords } from './words.ts'

export type Template = (words: TemplateWords, hand: Hand) => NewThing[]

/** That of the youngest, then those of a project in its order, from the question to the stand. */
export const templates = {
  first,
  user,
  problem,
  requirements,
  mind,
  morphology,
  contradiction,
  plan,
  wiring,
  protocol,
  poster,
  retrospective,
} satisfies { [name in string & keyof TemplateWords]?: Template }

export type TemplateName = keyof typeof templates
/** What is made for children who have just learned to read: their board is kept simple with it, by whoever leads it. */
export const isForYoungest = (name: TemplateName): boolean => name === 'first'
export const templateNames = Object.keys(templates) as TemplateName[]
