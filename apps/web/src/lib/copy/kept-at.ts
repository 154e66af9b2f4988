/** When the page that is looked at was kept on this device; null: it came from the server, or has been renewed since. */
export const keptAt = (): string | null => document.body.dataset['kept'] ?? null

/** It is as the server says again. */
export const setFresh = (): void => void delete document.body.dataset['kept']
