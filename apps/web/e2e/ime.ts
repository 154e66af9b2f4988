import type { Page } from '@playwright/test'

/** Letters that are composed before they are written: as Gboard composes every word, and keyboards of the East every sign. */
export const composerOf = async (page: Page) => {
  const system = await page.context().newCDPSession(page)
  return {
    /** The word as it stands so far, underlined. */
    compose: (text: string) => system.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    /** The word is done. */
    commit: (text: string) => system.send('Input.insertText', { text }),
  }
}
