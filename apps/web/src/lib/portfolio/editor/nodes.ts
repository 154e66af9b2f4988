import { Mark, Node } from '@tiptap/core'
import { isSafeHref } from '@sheber/document/body'
import { setFormula } from '../formula.ts'
import { pictureUrl } from '../picture.ts'

/** The parts of a text that are our own. Their names and attributes are those that `document/body` reads. */

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  // What is written behind a link does not belong to it.
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (node) => (isSafeHref(node.getAttribute('href') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => {
    const href = said(HTMLAttributes['href'])
    return ['a', { ...(isSafeHref(href) && { href }), rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
  },
})

/** Of the portfolio's own shelf: nothing is fetched from elsewhere, so a pasted <img> is none. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    fileId: { default: '', parseHTML: (node: HTMLElement) => node.dataset['picture'] ?? '' },
    alt: { default: '', parseHTML: (node: HTMLElement) => node.querySelector('img')?.alt ?? '' },
    caption: { default: '', parseHTML: (node: HTMLElement) => node.querySelector('figcaption')?.textContent ?? '' },
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ node: { attrs } }) => {
    const caption = said(attrs['caption'])
    const image = ['img', { src: pictureUrl(said(attrs['fileId'])), alt: said(attrs['alt']) }] as const
    return ['figure', { 'data-picture': said(attrs['fileId']) }, image, ...(caption ? [['figcaption', {}, caption] as const] : [])]
  },
})

export const Formula = Node.create({
  name: 'formula',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ tex: { default: '', parseHTML: (node: HTMLElement) => node.dataset['tex'] ?? '' } }),
  parseHTML: () => [{ tag: 'div[data-tex]' }],
  renderHTML: ({ node: { attrs } }) => ['div', { 'data-tex': said(attrs['tex']), class: 'formula' }, said(attrs['tex'])],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('div')
      dom.className = 'formula'
      let tex: string | null = null
      const show = (next: string) => {
        if (next === tex) return
        tex = next
        dom.textContent = next
        void setFormula(next).then((math) => {
          if (math && tex === next) dom.replaceChildren(math)
        })
      }
      show(said(node.attrs['tex']))
      return {
        dom,
        update: (after) => {
          if (after.type.name !== 'formula') return false
          show(said(after.attrs['tex']))
          return true
        },
        ignoreMutation: () => true,
      }
    },
})
