import { breadboards } from './breadboard.ts'
import { controllers } from './controllers.ts'
import { modules } from './modules.ts'
import type { Part } from './part.ts'

export const parts = { ...controllers, ...breadboards, ...modules } satisfies Record<string, Part>

export type PartName = keyof typeof parts

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name)

export const partOf = (name: string): Part | null => (isPart(name) ? parts[name] : null)
