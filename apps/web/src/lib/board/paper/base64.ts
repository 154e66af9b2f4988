const chunk = 8192

export const toBase64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}

/** Null for what is none. */
export const fromBase64 = (value: unknown): Uint8Array<ArrayBuffer> | null => {
  if (typeof value !== 'string') return null
  try {
    return Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
