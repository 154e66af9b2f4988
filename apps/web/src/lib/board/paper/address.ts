import { idPattern } from '@sheber/contract/plain'
import { textMax, type NewThing, type Place, type Trace } from '@sheber/document/thing'

const linkSize = [320, 96] as const

export const isAddress = (text: string) => text.length <= 2000 && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)

const cardSize = [240, 110] as const
const id = idPattern.source.replace(/^\^|\$$/g, '')
const ours = new RegExp(`^/(board|project|portfolio|notebook)/(${id})/?$`)
const ofProject = new RegExp(`^/project/${id}/task/(${id})/?$`)

/**
 * What an address of this very Sheber leads to, as a card that has no words yet; null for every other page. One that says more than
 * which thing it is, a comment or a part of it, stays a link.
 */
export const cardOf = (url: string, here: string, base: Trace & { readonly id: string }): Extract<NewThing, { kind: 'card' }> | null => {
  const { origin, pathname, search, hash } = new URL(url)
  const toDo = ofProject.exec(pathname)?.[1]
  if (origin === here && toDo && !search && !hash) return { kind: 'card', ...base, g: [0, 0, ...cardSize] as Place, of: 'task', ref: toDo }
  const [, of, id] = ours.exec(pathname) ?? []
  if (origin !== here || search || !id) return null
  const card = { kind: 'card' as const, ...base, g: [0, 0, ...cardSize] as Place }
  if (of === 'notebook') return hash ? null : { ...card, of: 'page', ref: id }
  if (of === 'board' || of === 'project') return hash ? null : { ...card, of, ref: id }
  const [, record] = /^#record-([A-Za-z0-9_-]{1,43})$/.exec(hash) ?? []
  return record ? { ...card, of: 'record' as const, ref: `${id}/${record}` } : null
}

const readable = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whose page it is and which: what a link says until the page itself says more. */
const nameOf = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `${host.replace(/^www\./, '')}${readable(pathname).replace(/\/$/, '')}`.slice(0, textMax.link)
}

export const linkOf = (url: string, base: Trace & { readonly id: string }) => ({
  kind: 'link' as const,
  ...base,
  g: [0, 0, ...linkSize] as Place,
  url,
  text: nameOf(url),
})
