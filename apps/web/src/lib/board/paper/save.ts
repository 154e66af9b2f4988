import { saveFile } from '#lib/save-file.ts'
import { PaperTrouble } from './make.ts'

/** One file at a time: browsers drop downloads that come at the same moment. */
export const saveFiles = async (files: readonly File[]) => {
  for (const [i, file] of files.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 300))
    saveFile(file)
  }
}

export const copyPicture = async (picture: Promise<Blob>) => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  } catch {
    // It was the picture that failed, not the clipboard: that has words of its own.
    await picture
    throw new PaperTrouble('clipboard')
  }
}
