import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Hands } from './hands.ts'

/** A document and the rows of its log: each change is a row. */
const kept = (client: number) => {
  const doc = new Y.Doc()
  doc.clientID = client
  const rows: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => rows.push(bytes))
  return { doc, rows }
}
const minutes = (n: number) => n * 60_000

it('tells who wrote and who took away, the earliest first', () => {
  const { doc, rows } = kept(7)
  const text = doc.getText('t')
  text.insert(0, 'жел')
  text.insert(3, ' күшті')
  text.delete(0, 3)
  const hands = new Hands()
  const [first, second, third] = rows as [Uint8Array, Uint8Array, Uint8Array]
  hands.hear({ person: 'aigerim', bytes: first, at: minutes(1) })
  hands.hear({ person: 'daulet', bytes: second, at: minutes(5) })
  hands.hear({ person: 'madina', bytes: third, at: minutes(9) })
  expect(hands.touching([{ client: 7, from: 0, to: 3 }])).toEqual([
    { person: 'aigerim', at: minutes(1) },
    { person: 'madina', at: minutes(9) },
  ])
  expect(hands.touching([{ client: 7, from: 3, to: 4 }])).toEqual([{ person: 'daulet', at: minutes(5) }])
  expect(hands.touching([{ client: 8, from: 0, to: 9 }])).toEqual([])
})

it('believes the log about a client id, and not whoever brings what another wrote', () => {
  const { doc, rows } = kept(7)
  doc.getText('t').insert(0, 'жел')
  const hands = new Hands()
  hands.learn([[7, 'aigerim']])
  hands.hear({ person: 'joker', bytes: rows[0] as Uint8Array, at: 0 })
  expect(hands.touching([{ client: 7, from: 0, to: 3 }])).toEqual([{ person: 'aigerim', at: 0 }])
})

it('hears a row that was merged from rows it knows, and learns nothing twice', () => {
  const { doc, rows } = kept(7)
  const text = doc.getText('t')
  for (let i = 0; i < 5; i++) text.insert(i, 'а')
  text.delete(0, 2)
  const hands = new Hands()
  for (const [i, bytes] of rows.slice(0, 3).entries()) hands.hear({ person: 'aigerim', bytes, at: minutes(2 * i) })
  hands.hear({ person: 'aigerim', bytes: Y.mergeUpdates(rows), at: minutes(20) })
  hands.hear({ person: 'aigerim', bytes: Y.mergeUpdates(rows), at: minutes(30) })
  expect(hands.touching([{ client: 7, from: 0, to: 1 }]).map(({ at }) => at)).toEqual([0, minutes(20)])
  expect(hands.touching([{ client: 7, from: 4, to: 5 }]).map(({ at }) => at)).toEqual([minutes(20)])
})
