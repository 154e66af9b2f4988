import type { Kinds } from '../core/kind.ts'
import { poll } from './kinds/poll.ts'
import { round } from './kinds/round.ts'
import { timer } from './kinds/timer.ts'

export const voted = { poll, round, timer } satisfies Kinds
