import { saveFile } from '#lib/save-file.ts'
import { copyText } from '#lib/ui/copy-text.ts'
import { PaperTrouble } from './make.ts'

/** One file at a time: browsers drop downloads that come at the same moment. */
export const saveFiles = async (files: readonly File[]) => {
  for (const [i, file] of files.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 300))
    saveFile(file)
  }
}

/** Asked for within the press of a button, or the browser would refuse: what is copied may come later. */
const copyAs = async (types: Readonly<Record<string, Promise<Blob>>>) => {
  try {
    await navigator.clipboard.write([new ClipboardItem(types)])
  } catch {
    // It was the picture that failed, not the clipboard: that has words of its own.
    await Promise.all(Object.values(types))
    throw new PaperTrouble('clipboard')
  }
}

export const copyPicture = (picture: Promise<Blob>) => copyAs({ 'image/png': picture })

const asText = (letters: Promise<string>) => letters.then((text) => new Blob([text], { type: 'text/plain' }))

/** An SVG too goes by its letters: programs that draw take it so, and a browser would first look through its styles and complain. */
export const copyLetters = async (letters: Promise<string>) => {
  if ('clipboard' in navigator) return copyAs({ 'text/plain': asText(letters) })
  // Without https; the drawing is made sooner than the press is forgotten.
  if (!(await copyText(await letters))) throw new PaperTrouble('clipboard')
}
