import { style, typeText } from '@sheber/document/board'
import { textMax, type NewThing } from '@sheber/document/thing'
import { previewOf } from '#lib/preview/preview.ts'
import { freePlace } from '../core/command/adding.ts'
import type { Editor } from '../core/editor.ts'
import { linkOf } from '../paper/address.ts'
import { fromBase64 } from '../paper/base64.ts'
import { askCards } from './seen.ts'

/** The server sends it as letters: no page of ours fetches what lies within an address. */
const pictureOf = (letters: string | null): File | null => {
  const [, base64 = ''] = /^data:image\/webp;base64,(.+)$/.exec(letters ?? '') ?? []
  const bytes = fromBase64(base64)
  return bytes && bytes.length > 0 ? new File([bytes], 'link.webp', { type: 'image/webp' }) : null
}

/** Puts what the page says of itself on a link that still says nothing else. No step of anybody's undo. */
export const fillLink = async (editor: Editor, { id, url, text }: Pick<Extract<NewThing, { kind: 'link' }>, 'id' | 'url' | 'text'>) => {
  const preview = url ? await previewOf(url) : null
  const thing = editor.scene.get(id)?.thing
  if (!preview || editor.may !== 'write' || thing?.kind !== 'link' || thing.text !== (text ?? '')) return
  const board = { ...editor.board, origin: null }
  if (preview.title) typeText(board, id, preview.title.slice(0, textMax.link))
  if (preview.description) style(board, [id], { about: preview.description })
  const picture = pictureOf(preview.picture)
  if (picture) editor.ask('pictured', { id, picture })
}

/** Puts the name of what a card stands for on one that says nothing yet, where whoever laid it may read it. No step of anybody's undo. */
export const nameCard = async (editor: Editor, id: string) => {
  const before = editor.scene.get(id)?.thing
  if (before?.kind !== 'card' || before.of === 'task' || before.of === 'page') return
  const [told] = await askCards([{ of: before.of, ref: before.ref }])
  const thing = editor.scene.get(id)?.thing
  if (told?.access !== 'open' || !told.title || editor.may !== 'write' || thing?.kind !== 'card' || thing.text) return
  typeText({ ...editor.board, origin: null }, id, told.title.slice(0, textMax.card))
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
