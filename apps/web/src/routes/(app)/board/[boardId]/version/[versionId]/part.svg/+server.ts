import { pieceKinds } from '@sheber/contract/portfolio'
import type { version } from '@sheber/contract/version'
import { error } from '@sveltejs/kit'
import { read } from '$app/server'
import { applyUpdate, Doc } from 'yjs'
import { ask } from '#lib/api.ts'
import { svgOfPart } from '#lib/board/paper/painted.ts'
import { bytesOf } from '#lib/version/still.ts'
import { loadWords } from '#lib/words/load.ts'
import type { RequestHandler } from './$types'

/**
 * A part of a board as it was kept, as a picture: for what is carried away from here. `kind` and `things` say which part, `letters` that
 * the font is to come along.
 */
export const GET: RequestHandler = async ({ fetch, params, url, locals }) => {
  const kind = pieceKinds.find((one) => one === url.searchParams.get('kind')) ?? 'board'
  const things = url.searchParams.get('things')?.split(',').filter(Boolean) ?? []
  const kept = await ask<typeof version.look>(fetch, 'GET', '/api/board/:boardId/version/:versionId', { params })
  const doc = new Doc()
  applyUpdate(doc, bytesOf(kept.update))
  const { board: said } = await loadWords(locals.language)
  const svg = await svgOfPart(
    doc,
    { kind, things },
    {
      said,
      language: locals.language,
      title: kept.version.name ?? '',
      urlOf: (file) => `/files/${file}/960.webp`,
      letters: url.searchParams.has('letters') ? async (at) => new Uint8Array(await read(at).arrayBuffer()) : null,
    },
  )
  if (svg === null) error(404, { message: '', code: 'not-found' })
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:",
      'cache-control': 'private, no-store',
    },
  })
}
