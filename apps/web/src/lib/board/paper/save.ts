import { PaperTrouble } from './make.ts'

/** So long the browser may take to ask where a file is to go. */
const keptMs = 60_000

const offer = (file: File) => {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}

/** One file at a time: browsers drop downloads that come at the same moment. */
export const saveFiles = async (files: readonly File[]) => {
  for (const [i, file] of files.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 300))
    offer(file)
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
