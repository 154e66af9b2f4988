const key = 'sheber:outline'
/** Gigabytes: below this a canvas of many things is a burden. */
const weakGb = 1

/** Whether this device begins with the outline: as it was left here, else by what it can carry. */
export const opensAsOutline = (): boolean => {
  const last = read()
  if (last !== null) return last === 'open'
  const { deviceMemory = Infinity } = navigator as { deviceMemory?: number }
  return deviceMemory < weakGb || matchMedia('(prefers-reduced-data: reduce)').matches
}

export const rememberOutline = (isOpen: boolean) => {
  try {
    localStorage.setItem(key, isOpen ? 'open' : 'closed')
  } catch {
    // A device that remembers nothing begins anew each time.
  }
}

const read = () => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
