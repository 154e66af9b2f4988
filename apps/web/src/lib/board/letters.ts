const key = 'sheber.board.letters'

/** Whether one letter alone calls a tool: whoever speaks to the machine can switch it off. Kept on this device. */
export const withLetters = (): boolean => {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

export const setWithLetters = (on: boolean) => {
  try {
    if (on) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // A browser that keeps nothing keeps the letters.
  }
}
