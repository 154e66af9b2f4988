import type { Thing } from './thing.ts'

/** Somebody who does not see it would not know what it shows. Apart from its words: lists ask for it, and a board that opens does not. */
export const isUndescribed = (thing: Thing): boolean => (thing.kind === 'image' || thing.kind === 'model') && !thing.text.trim()
