import type { Thing } from '@sheber/document/thing'
import { opens } from '../core/opens.ts'

export interface Way {
  readonly href: string
  /** Of the web: it opens beside, and learns nothing of us. */
  readonly outside: boolean
  /** Its bytes are taken to the device. */
  readonly saves: boolean
}

/** Where a link or a card leads; null where it leads nowhere. */
export const wayOf = (thing: Thing): Way | null => {
  if (!opens(thing)) return null
  if (thing.kind === 'link') return { href: new URL(thing.url).href, outside: true, saves: false }
  if (thing.kind !== 'card') return null
  if (thing.of === 'record') {
    const [portfolio = '', record = ''] = thing.ref.split('/').map(encodeURIComponent)
    return { href: `/portfolio/${portfolio}#record-${record}`, outside: false, saves: false }
  }
  const ref = encodeURIComponent(thing.ref)
  if (thing.of === 'file') return { href: `/files/${ref}`, outside: false, saves: true }
  if (thing.of === 'page') return { href: `/notebook/${ref}`, outside: false, saves: false }
  return { href: `/${thing.of}/${ref}`, outside: false, saves: false }
}

/** As a tap on the link itself would. A board or a project opens beside too: what one was doing here stays. */
export const follow = (thing: Thing): boolean => {
  const way = wayOf(thing)
  if (!way) return false
  const link = document.createElement('a')
  link.href = way.href
  if (way.saves) link.download = ''
  else link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
  return true
}
