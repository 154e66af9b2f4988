import type { Thing } from '@sheber/document/thing'

/** It stands for something elsewhere that can be gone to. */
export const opens = (thing: Thing): boolean =>
  thing.kind === 'link'
    ? /^https?:/i.test(thing.url) && URL.canParse(thing.url)
    : thing.kind === 'card' &&
      (thing.of === 'record'
        ? /^[^/]+\/[^/]+$/.test(thing.ref)
        : ['file', 'board', 'project', 'page', 'task'].includes(thing.of) && thing.ref !== '')
