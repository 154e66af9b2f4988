import type { Clip, Outside } from './core/editor.ts'

/** For buttons. Where the page is not to be trusted with a clipboard, there is none, and no button offers it. */
export const browserClipboard = (): NonNullable<Outside['clipboard']> | undefined => {
  if (!('clipboard' in navigator) || typeof ClipboardItem === 'undefined') return undefined
  return {
    write: ({ html, text }: Clip) =>
      navigator.clipboard.write([
        new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }),
      ]),
    read: async () => {
      const items = await navigator.clipboard.read()
      const letters = async (type: string) => {
        const item = items.find(({ types }) => types.includes(type))
        return item ? await (await item.getType(type)).text() : ''
      }
      const files: File[] = []
      for (const item of items) {
        // The same picture may be there in several forms.
        const type = item.types.find((one) => one.startsWith('image/'))
        if (type) files.push(new File([await item.getType(type)], `picture.${type.replace(/^image\/|\+.*$/g, '')}`, { type }))
      }
      return { html: await letters('text/html'), text: await letters('text/plain'), json: '', files }
    },
  }
}
