import type { Language } from '@sheber/contract/words'

interface DemoGuardian {
  readonly name: string
  readonly language: Language
  /** By their names in the groups. */
  readonly children: readonly string[]
  /** Days ago: when the paper was signed, and what was agreed to. */
  readonly signed: number
  readonly scopes: readonly ('work' | 'name')[]
}

/** A mother who agreed to everything, and a father who agreed to the work without the name. */
export const guardians: readonly DemoGuardian[] = [
  { name: 'Динара С.', language: 'kk', children: ['Айдана С.'], signed: 80, scopes: ['work', 'name'] },
  { name: 'Руслан К.', language: 'ru', children: ['Тимур К.'], signed: 75, scopes: ['work'] },
]
