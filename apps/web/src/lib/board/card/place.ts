import { textMax } from '@sheber/document/thing'
import { freePlace } from '../core/command/adding.ts'
import type { Editor } from '../core/editor.ts'
import type { Offer } from './offers.ts'

const [wide, high] = [240, 110]

/** In the middle of what is seen, chosen: its panel opens what it stands for. */
export const placeCard = (editor: Editor, { of, ref, title }: Offer) => {
  const { outside } = editor
  const { x, y } = freePlace(editor)
  const id = outside.newId()
  editor.tool = 'select'
  editor.make([
    {
      kind: 'card',
      ...{ id, by: outside.me, at: outside.now(), of, ref },
      text: title.slice(0, textMax.card),
      g: [Math.round(x - wide / 2), Math.round(y - high / 2), wide, high],
    },
  ])
  editor.select([id])
}
