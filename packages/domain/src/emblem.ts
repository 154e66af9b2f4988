import type { Emblem } from '@sheber/contract/badge'

/** What is drawn in the middle of a badge: lines of one width, around 0 0, within 48 each way. */
export const emblemLines: Readonly<Record<Emblem, string>> = {
  gear: 'M20 0a20 20 0 1 1-40 0a20 20 0 1 1 40 0M0-30v-14M0 30v14M30 0h14M-30 0h-14M21-21l10-10M-21 21l-10 10M21 21l10 10M-21-21l-10-10M30 0a30 30 0 1 1-60 0a30 30 0 1 1 60 0',
  glider: 'M-46 8L46-34L14 42L0 14ZM0 14L46-34M0 14v24l14-16',
  circuit: 'M-16-16h32v32h-32zM-8-16v-20M8-16v-20M-8 16v20M8 16v20M-16-8h-20M-16 8h-20M16-8h20M16 8h20M-4-4h8v8h-8z',
  cube: 'M0-44L38-22V22L0 44L-38 22V-22ZM-38-22L0 0L38-22M0 0V44',
  people:
    'M10-20a10 10 0 1 1-20 0a10 10 0 1 1 20 0M-18 36v-14a18 18 0 0 1 36 0v14M-24-8a8 8 0 1 1-16 0a8 8 0 1 1 16 0M40-8a8 8 0 1 1-16 0a8 8 0 1 1 16 0M-44 36v-12a14 14 0 0 1 16-14M44 36v-12a14 14 0 0 0-16-14',
  medal: 'M24 14a24 24 0 1 1-48 0a24 24 0 1 1 48 0M-14-6L-26-44H-8L0-22L8-44H26L14-6M0 2l4 8 9 1-7 6 2 9-8-4-8 4 2-9-7-6 9-1z',
  compass: 'M6-34a6 6 0 1 1-12 0a6 6 0 1 1 12 0M0-40v-6M-3-28L-24 42M3-28L24 42M-18 22a44 44 0 0 0 36 0',
}
