/**
 * Puts words on the clipboard, within the press of a button. Browsers keep their clipboard from pages that come without https, as those
 * of a school's own server may: there the older way goes by what is selected. False: neither is allowed here.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if ('clipboard' in navigator) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  return copySelected(text)
}

const copySelected = (text: string): boolean => {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  // Not hidden, or nothing could be selected in it; and where it makes no page longer.
  area.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; opacity: 0'
  // What lies beneath an open window can be neither focused nor selected.
  ;(before?.closest('dialog') ?? document.body).append(area)
  area.select()
  const isDone = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return isDone
}
