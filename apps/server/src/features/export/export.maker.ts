import { createRequire } from 'node:module'
import type { createPdf } from 'pdfmake'
import { fontFile } from '../print/print.paper.ts'

type Made = { getBuffer(): Promise<Buffer> }
interface Maker {
  setFonts(fonts: Record<string, Record<string, string>>): void
  setUrlAccessPolicy(allow: (url: string) => boolean): void
  setLocalAccessPolicy(allow: (path: string) => boolean): void
  createPdf(definition: Parameters<typeof createPdf>[0]): Made
}

/** Loaded by the first who asks: the setter of pages is not small, and few ask for it. */
let maker: Maker | null = null
export const openMaker = (): Maker => {
  if (maker) return maker
  const made = createRequire(import.meta.url)('pdfmake') as Maker
  const [normal, bold] = [fontFile('text'), fontFile('bold')]
  made.setFonts({ Onest: { normal, bold, italics: normal, bolditalics: bold } })
  // Nothing that somebody wrote makes it fetch or read anything: pictures are handed in.
  made.setUrlAccessPolicy(() => false)
  made.setLocalAccessPolicy((path) => path === normal || path === bold)
  return (maker = made)
}
