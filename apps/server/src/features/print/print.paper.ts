import { fileURLToPath } from 'node:url'

/** What everything that is printed has in common: its letters and its inks. */

const folders = { text: '400Regular', medium: '500Medium', label: '600SemiBold', bold: '700Bold', heavy: '800ExtraBold' } as const
export type Weight = keyof typeof folders
export const weights = Object.keys(folders) as Weight[]

/** Onest as TrueType, with every letter of Kazakh: it is embedded, no reader needs to have it. */
export const fontFile = (weight: Weight): string => {
  const name = folders[weight]
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/onest/${name}/Onest_${name}.ttf`))
}

export const inks = {
  ink: '#1d2a33',
  quiet: '#51606b',
  line: '#c9ced2',
  accent: '#0b6e99',
  lamp: '#b8430b',
  tint: '#eef2f4',
} as const

/** Points of PDF in a millimetre. */
export const mm = 72 / 25.4
export const a4 = { width: 210 * mm, height: 297 * mm } as const
