import type { notebook } from '@sheber/contract/notebook'
import { readPage } from '@sheber/document/notebook'
import * as Y from 'yjs'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, params }) => {
  const { signature, update } = await ask<typeof notebook.proof>(fetch, 'GET', '/api/notebook/:pageId/signature/:signatureId', { params })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(update, 'base64'))
  return { signature, body: readPage(doc) }
}
