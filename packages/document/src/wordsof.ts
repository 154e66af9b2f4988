import type { Thing } from './thing.ts'

/** What a thing says of itself: for lists, for finding, for screen readers. */
export const wordsOf = (thing: Thing): string => (thing.kind === 'model' ? [thing.name, thing.text].filter(Boolean).join('. ') : thing.text)

/** Somebody who does not see it would not know what it shows. */
export const isUndescribed = (thing: Thing): boolean => (thing.kind === 'image' || thing.kind === 'model') && thing.text.trim() === ''
