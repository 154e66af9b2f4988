import type { Letters, Picture, Surface } from '../core/surface.ts'

/** A line of words with the letters it is written in. */
export interface Written {
  readonly words: string
  readonly letters: Letters
}

/** Paints nothing and remembers what a sheet will ask for, so that it can be fetched before the sheet is written in one go. */
export const gatheringSurface = () => {
  const pictures = new Map<string, Picture>()
  const written: Written[] = []
  const surface: Surface = {
    rect: () => undefined,
    box: () => undefined,
    fill: () => undefined,
    stroke: () => undefined,
    text: (words, _x, _y, letters) => written.push({ words, letters }),
    picture: (picture) => pictures.set(picture.url, picture),
    at: (_x, _y, within) => within(),
    veil: () => undefined,
  }
  return { surface, pictures, written }
}
