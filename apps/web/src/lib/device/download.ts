/** Hands bytes to the browser as a file of this name. */
export const download = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/[\\/:*?"<>|]/g, ' ').trim()}.sheber`
  link.click()
  URL.revokeObjectURL(url)
}
