import type { ConsentScope } from '@sheber/contract/consent'
import type { Language } from '@sheber/contract/words'

interface DemoGuardian {
  readonly name: string
  readonly language: Language
  /** By their names in the groups. */
  readonly children: readonly string[]
  /** Days ago: when the paper was signed, and what was agreed to. */
  readonly signed: number
  readonly scopes: readonly ConsentScope[]
}

/** A mother who agreed to everything, and a father who agreed to the work without the name. */
export const guardians: readonly DemoGuardian[] = [
  { name: 'Динара С.', language: 'kk', children: ['Айдана С.'], signed: 80, scopes: ['work', 'name', 'picture', 'school'] },
  { name: 'Руслан К.', language: 'ru', children: ['Тимур К.'], signed: 75, scopes: ['work'] },
]
