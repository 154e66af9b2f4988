import { copyCookie } from '@sheber/contract/copy'

/** Null: nothing is kept for whoever is signed in here. */
export const copyKey = (): string | null => new RegExp(`(?:^|; )${copyCookie}=([\\w-]+)`).exec(document.cookie)?.[1] ?? null

/** No age: it ends with the last window, as the sign-in does. */
export const setCopyKey = (key: string): void => {
  document.cookie = `${copyCookie}=${key}; path=/; samesite=strict${location.protocol === 'https:' ? '; secure' : ''}`
}

/** Said by whoever signs out: the copy is closed from then on, even where the server cannot be told. */
export const dropCopyKey = (): void => {
  document.cookie = `${copyCookie}=; path=/; max-age=0`
}
