import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { clientsIn } from './hands.ts'
import { addRecord, openPortfolio, sayInRecord } from './portfolio.ts'

const docOf = (client: number) => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}
const give = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))

it('tells whose writing stands in a record, and nobody of another record', () => {
  const [one, two, three] = [docOf(1), docOf(2), docOf(3)] as const
  addRecord(openPortfolio(one), { id: 'r1', kind: 'made', title: 'Көпір', audience: [] }, { by: 'whoever', at: 1 })
  addRecord(openPortfolio(one), { id: 'r2', kind: 'made', title: 'Планёр', audience: [] }, { by: 'whoever', at: 1 })
  give(one, two)
  const text = new Y.XmlText('ол биік')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  ;((openPortfolio(two).records.get('r1') as Y.Map<unknown>).get('body') as Y.XmlFragment).insert(0, [paragraph])
  give(two, three)
  sayInRecord(openPortfolio(three), 'r2', 'reflection', 'Қиын болды')
  const { records } = openPortfolio(three)
  expect([...clientsIn(records.get('r1'))].sort()).toEqual([1, 2])
  expect([...clientsIn(records.get('r2'))].sort()).toEqual([1, 3])
})

it('forgets whose words were taken out, and is not confused by what is no shared type', () => {
  const [one, two] = [docOf(1), docOf(2)] as const
  addRecord(openPortfolio(one), { id: 'r1', kind: 'made', title: 'Көпір', audience: [] }, { by: '', at: 1 })
  give(one, two)
  sayInRecord(openPortfolio(two), 'r1', 'reflection', 'а')
  sayInRecord(openPortfolio(two), 'r1', 'reflection', '')
  expect([...clientsIn(openPortfolio(two).records.get('r1'))]).toEqual([1])
  expect([...clientsIn('words')]).toEqual([])
})
