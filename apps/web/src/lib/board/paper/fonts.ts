import text from '@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf?url'
import label from '@expo-google-fonts/onest/600SemiBold/Onest_600SemiBold.ttf?url'
import kazakh from '@fontsource-variable/onest/files/onest-cyrillic-ext-wght-normal.woff2?url'
import cyrillic from '@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2?url'
import latinMore from '@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/onest/files/onest-latin-wght-normal.woff2?url'
import { toBase64 } from './base64.ts'
import type { FontFiles } from './pdf.ts'

/** Onest as files of our own: whole for a PDF, in the pieces of ui/fonts.css for an SVG, of which only those needed come along. */
const pieces: readonly { readonly url: string; readonly range: string }[] = [
  { url: kazakh, range: 'U+0460-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F' },
  { url: cyrillic, range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' },
  {
    url: latinMore,
    range:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  },
  {
    url: latin,
    range:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  },
]

/** Whether a line has a letter of a `unicode-range`. */
export const needs = (range: string, words: string): boolean => {
  const parts = range.split(', ').map((part) => {
    const [from = 0, to = from] = part
      .slice(2)
      .split('-')
      .map((hex) => parseInt(hex, 16))
    return [from, to] as const
  })
  return Array.from(words).some((letter) => {
    const point = letter.codePointAt(0) ?? 0
    return parts.some(([from, to]) => point >= from && point <= to)
  })
}

export type Fetch = (url: string) => Promise<Uint8Array>

export const fontFiles = async (fetch: Fetch): Promise<FontFiles> => {
  const [textFile, labelFile] = await Promise.all([fetch(text), fetch(label)])
  return { text: textFile, label: labelFile }
}

/** Rules for a stylesheet, with the letters in them. */
export const fontRules = async (words: string, fetch: Fetch): Promise<string> => {
  const needed = pieces.filter(({ range }) => needs(range, words))
  const rules = needed.map(async ({ url, range }) => {
    const data = toBase64(await fetch(url))
    return `@font-face{font-family:Onest;font-weight:100 900;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`
  })
  return (await Promise.all(rules)).join('')
}
