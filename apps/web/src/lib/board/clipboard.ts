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
      const [item] = await navigator.clipboard.read()
      const letters = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '')
      return { html: await letters('text/html'), text: await letters('text/plain'), json: '' }
    },
  }
}
