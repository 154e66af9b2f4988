import { style, typeText } from '@sheber/document/board'
import { textMax, type NewThing } from '@sheber/document/thing'
import { previewOf } from '#lib/preview/preview.ts'
import { freePlace } from '../core/command/adding.ts'
import type { Editor } from '../core/editor.ts'
import { linkOf } from '../paper/address.ts'

/** Puts what the page says of itself on a link that still says nothing else. No step of anybody's undo. */
export const fillLink = async (editor: Editor, { id, url, text }: Pick<Extract<NewThing, { kind: 'link' }>, 'id' | 'url' | 'text'>) => {
  const preview = url ? await previewOf(url) : null
  const thing = editor.scene.get(id)?.thing
  if (!preview || editor.may !== 'write' || thing?.kind !== 'link' || thing.text !== (text ?? '')) return
  const board = { ...editor.board, origin: null }
  if (preview.title) typeText(board, id, preview.title.slice(0, textMax.link))
  if (preview.description) style(board, [id], { about: preview.description })
}

export const placeLink = (editor: Editor, url: string) => {
  const { outside } = editor
  const thing = linkOf(url, { id: outside.newId(), by: outside.me, at: outside.now() })
  const at = freePlace(editor)
  const [, , w, h] = thing.g
  editor.tool = 'select'
  editor.make([{ ...thing, g: [Math.round(at.x - w / 2), Math.round(at.y - h / 2), w, h] }])
  editor.select([thing.id])
  void fillLink(editor, thing)
}
