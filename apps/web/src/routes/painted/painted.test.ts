import { addNote, openBoard } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { GET } from './+server.ts'

const look = (board: Uint8Array | null) =>
  GET({ locals: { language: 'kk' }, platform: { req: { sheber: { board } } } } as unknown as Parameters<typeof GET>[0])

describe('what paints boards for the public pages', () => {
  it('paints the board that the server hands over', async () => {
    const doc = new Doc()
    addNote(openBoard(doc), { id: 'n1', x: 0, y: 0, colour: 'yellow', text: 'Сызба', by: 'aigerim', at: 1 })
    const answer = await look(encodeStateAsUpdate(doc))
    const svg = await answer.text()
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    expect(svg).toContain('Сызба')
    expect(svg).not.toContain('aigerim')
  })

  it('has nothing for whoever comes from outside, nor for an empty board', async () => {
    await expect(look(null)).rejects.toMatchObject({ status: 404 })
    await expect(look(encodeStateAsUpdate(new Doc()))).rejects.toMatchObject({ status: 404 })
  })
})
