import { firstView, type NewThing } from '@sheber/document/thing'
import type { Point } from '../core/geometry.ts'
import { cardSize } from './kind.ts'
import { Model } from './model.ts'
import { stillOf } from './still.ts'

export type NewModel = Omit<Extract<NewThing, { kind: 'model' }>, 'by' | 'at'>

/** A model as it is going to lie on a board, looked at before a byte of it has gone. */
export interface Looked {
  /** Null where the device could make none: the card stands without. */
  readonly still: File | null
  thingOf(named: { readonly id: string; readonly file: string; readonly still: string; readonly at: Point }): NewModel
}

/** A file that lies about itself, or that no phone could turn, is said so here. @throws {ModelTrouble} */
export const lookAt = async (file: File): Promise<Looked> => {
  const model = await Model.open(await file.arrayBuffer())
  try {
    const still = await stillOf(model, firstView)
    const { extent, triangles } = model
    // GLB counts in metres; STL does not say, and people who print mean millimetres.
    const unit = (await file.slice(0, 4).text()) === 'glTF' ? 'm' : 'mm'
    return {
      still,
      thingOf: ({ id, file: fileId, still: stillId, at }) => ({
        kind: 'model',
        id,
        g: [at.x - cardSize.w / 2, at.y - cardSize.h / 2, cardSize.w, cardSize.h],
        file: fileId,
        name: file.name,
        bytes: file.size,
        extent,
        unit,
        triangles,
        view: firstView,
        still: stillId,
      }),
    }
  } finally {
    model.close()
  }
}
