import type { Competency, Level, Said } from '@sheber/contract/framework'

type Names = (n: number) => string
type Said3 = readonly [kk: string, ru: string, en: string]
const said = ([kk, ru, en]: Said3): Said => ({ kk, ru, en })

/** A level in each language: its name, and what is true of everybody on it. */
type LevelSaid = readonly [kk: readonly [string, string], ru: readonly [string, string], en: readonly [string, string]]

export const levelsFrom = (names: Names, given: readonly LevelSaid[]): Level[] =>
  given.map(([kk, ru, en], at) => ({ id: names(0xf00 + at), title: said([kk[0], ru[0], en[0]]), text: said([kk[1], ru[1], en[1]]) }))

/** An area with its competencies, the area first: code, Kazakh, Russian, English. */
type AreaSaid = readonly (readonly [code: string, ...Said3])[]

/** Names are by place: an area has 0x10, 0x20 …, and what stands in it follows. */
export const treeFrom = (names: Names, areas: readonly AreaSaid[]): Competency[] =>
  areas.flatMap((area, n) =>
    area.map(([code, ...words], at) => ({
      id: names((n + 1) * 16 + at),
      parentId: at === 0 ? null : names((n + 1) * 16),
      code,
      title: said(words),
      descriptors: [],
      retired: false,
      replacedBy: null,
    })),
  )

/** The same, with a sentence for each level; by code, from the lowest level up. */
export const described = (
  competencies: readonly Competency[],
  levels: readonly Level[],
  of: Readonly<Record<string, readonly Said3[]>>,
): Competency[] =>
  competencies.map((one) => ({
    ...one,
    descriptors: (of[one.code] ?? []).flatMap((words, at) => {
      const level = levels[at]
      return level ? [{ levelId: level.id, text: said(words) }] : []
    }),
  }))
