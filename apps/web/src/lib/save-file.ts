/** So long the browser may take to ask where a file is to go. */
const keptMs = 60_000

/** Hands a file to the person, under its name. */
export const saveFile = (file: File) => {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  // What no file system takes in a name.
  link.download = file.name.replace(/[\\/:*?"<>|]/g, ' ').trim()
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
