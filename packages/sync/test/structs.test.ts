import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { structsOf } from '../src/structs.ts'

/** One of each kind of content that Yjs knows, with letters of one to four bytes, and a deletion. */
const filled = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => {
    const map = doc.getMap('map')
    map.set('any', { list: [1, -2, 0.5, 1e300, true, false, null, undefined, 'қ', 7n], bytes: new Uint8Array([1, 2, 3]) })
    map.set('bytes', new Uint8Array(300))
    map.set('doc', new Y.Doc({ guid: 'inner', meta: { a: 1 } }))
    map.set('text', new Y.Text('шебер'))
    doc.getArray('list').insert(0, ['a', 'b', [1, { two: 'екі' }]])
    const text = doc.getText('text')
    text.insert(0, 'aқ€😀'.repeat(90))
    text.insert(3, 'bold', { bold: true })
    text.insertEmbed(2, { picture: 'сурет' })
    text.delete(5, 4)
    const tree = doc.getXmlFragment('tree')
    const element = new Y.XmlElement('paragraph')
    tree.insert(0, [element])
    element.insert(0, [new Y.XmlText('мәтін')])
    element.setAttribute('level', '2')
  })
  return doc
}

it('[K19] structs lie where Yjs finds them', () => {
  const one = filled()
  const other = filled()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  other.getText('text').insert(7, 'ортасы')
  const update = Y.encodeStateAsUpdate(other)
  const known = Y.decodeUpdate(update)
  const read = structsOf(update)
  expect(read?.structs.map(({ client, clock, length }) => [client, clock, length])).toEqual(
    known.structs.map(({ id, length }) => [id.client, id.clock, length]),
  )
  expect(read?.structs.map(({ needs }) => needs.map(([client, clock]) => [client, clock]))).toEqual(
    known.structs.map((struct) =>
      struct instanceof Y.Item
        ? [struct.origin, struct.rightOrigin, struct.parent].flatMap((id) => (id instanceof Y.ID ? [[id.client, id.clock]] : []))
        : [],
    ),
  )
  // The bytes of the structs follow one another; between clients stand their counts.
  expect(read && Y.decodeUpdate(new Uint8Array([0, ...read.deletions])).ds.clients).toEqual(known.ds.clients)
})

it('[K19] holes are seen', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['a', 'b', 'c']) doc.getText('text').insert(0, word)
  expect(structsOf(Y.mergeUpdates([updates[0], updates[2]].filter((one) => one !== undefined)))).toBeNull()
})
