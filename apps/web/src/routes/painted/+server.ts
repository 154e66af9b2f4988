import { error } from '@sveltejs/kit'
import { applyUpdate, Doc } from 'yjs'
import { svgOfPart } from '#lib/board/paper/painted.ts'
import { loadWords } from '#lib/words/load.ts'
import type { RequestHandler } from './$types'

/**
 * A whole board as a picture, for the public pages of an exhibition. The server hands it over within the process and has asked
 * before whether it may be seen; whoever comes from outside brings none, and finds nothing.
 */
export const GET: RequestHandler = async ({ locals, platform }) => {
  const given = platform?.req.sheber?.board
  if (!given) error(404, { message: '', code: 'not-found' })
  const doc = new Doc()
  applyUpdate(doc, given)
  const { board: said } = await loadWords(locals.language)
  const svg = await svgOfPart(
    doc,
    { kind: 'board', things: [] },
    // The small width: on a board of thirty photographs a phone waits for all of them at once.
    { said, language: locals.language, title: '', urlOf: (file) => `/files/${file}/320.webp`, letters: null },
  )
  if (svg === null) error(404, { message: '', code: 'not-found' })
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } })
}
