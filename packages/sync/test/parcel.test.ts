import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openParcel, packParcel, ParcelRefused, readParcel, type Label, type Refusal } from '../src/parcel.ts'

const label: Label = { room: 'board:x', lineage: 'the first', person: { id: 'aigerim', name: 'Айгерім С.' }, at: 1_795_000_000_000 }
const wordsOf = (text: string) => Y.encodeStateAsUpdate(docOf(text))
const docOf = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return doc
}
const textOf = (doc: Y.Doc) => doc.getText('text').toString()
const placeOf = (doc: Y.Doc) => ({ doc, room: 'board:x', lineage: 'the first', person: 'aigerim' })
const refusalOf = (open: () => unknown): Refusal | 'taken' => {
  try {
    open()
    return 'taken'
  } catch (why) {
    if (why instanceof ParcelRefused) return why.refusal
    throw why
  }
}

describe('a file of words', () => {
  it('[K17] comes out as it went in, and twice is once', () => {
    const bytes = packParcel(label, wordsOf('from the village'))
    expect(readParcel(bytes).label).toEqual(label)
    const doc = docOf('from the town, ')
    openParcel(bytes, placeOf(doc))
    const merged = textOf(doc)
    expect(merged).toContain('from the village')
    let updates = 0
    doc.on('update', () => (updates += 1))
    expect(openParcel(bytes, placeOf(doc)).person.name).toBe('Айгерім С.')
    expect([textOf(doc), updates]).toEqual([merged, 0])
  })

  it('[K17] with any one byte changed, or cut short anywhere, it is refused and nothing is written', () => {
    const bytes = packParcel(label, wordsOf('every letter counts'))
    const doc = new Y.Doc()
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const bent = bytes.slice()
        bent[at] = (bent[at] ?? 0) ^ mask
        expect(refusalOf(() => openParcel(bent, placeOf(doc)))).not.toBe('taken')
      }
      expect(refusalOf(() => openParcel(bytes.slice(0, at), placeOf(doc)))).not.toBe('taken')
    }
    expect(refusalOf(() => openParcel(new Uint8Array([...bytes, 0]), placeOf(doc)))).toBe('damaged')
    expect(doc.store.clients.size).toBe(0)
  })

  it.each<[Refusal, Partial<Label>]>([
    ['other-room', { room: 'board:y' }],
    ['other-lineage', { lineage: 'the second' }],
    ['other-person', { person: { id: 'daulet', name: 'Дәулет Қ.' } }],
  ])('[K17] says %s', (refusal, other) => {
    const doc = new Y.Doc()
    expect(refusalOf(() => openParcel(packParcel({ ...label, ...other }, wordsOf('x')), placeOf(doc)))).toBe(refusal)
    expect(doc.store.clients.size).toBe(0)
  })

  it('[K17] tells a photograph and a file of next year apart', () => {
    const newer = packParcel(label, wordsOf('x'))
    newer[7] = 9
    const place = placeOf(new Y.Doc())
    expect(refusalOf(() => openParcel(new TextEncoder().encode('GIF89a, and more than forty letters of something else'), place))).toBe(
      'not-parcel',
    )
    expect(refusalOf(() => openParcel(new Uint8Array(), place))).toBe('not-parcel')
    expect(refusalOf(() => openParcel(newer, place))).toBe('newer')
  })

  it('[K17] takes a file that was made before the server was ever reached', () => {
    const doc = new Y.Doc()
    openParcel(packParcel({ ...label, lineage: null }, wordsOf('first words')), placeOf(doc))
    expect(textOf(doc)).toBe('first words')
  })

  it('[K17] words that are no update are refused, however right the digest', () => {
    const doc = new Y.Doc()
    for (const words of [Uint8Array.of(255, 255, 255, 255, 15), Uint8Array.of(1, 1, 1), new Uint8Array()])
      expect(refusalOf(() => openParcel(packParcel(label, words), placeOf(doc)))).toBe('damaged')
    expect(doc.store.clients.size).toBe(0)
  })
})
