import { textMax, type Place, type Trace } from '@sheber/document/thing'

const linkSize = [320, 96] as const

export const isAddress = (text: string) => text.length <= 2000 && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)

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
