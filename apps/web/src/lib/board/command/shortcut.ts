import { shortcuts } from '../core/keys.ts'
import type { Named } from './names.ts'

const all: Readonly<Record<string, readonly string[] | undefined>> = shortcuts

/** Its keys, the first being the one to remember; the number pad goes without saying, as does what only hurries an arrow. */
export const keysOf = (name: Named): readonly string[] => (all[name] ?? []).filter((key) => !/Numpad|^Shift\+Arrow|Shift\+Equal/.test(key))
