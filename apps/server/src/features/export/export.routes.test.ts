import { file } from '@sheber/contract/file'
import { portfolio } from '@sheber/contract/portfolio'
import { createWorld } from '@sheber/dev-env/world'
import { addPiece, addRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { begin, bring } from '../file/testing/send.ts'

it('takes along the files of its records, each under an ending that programs know it by', async () => {
  await using world = await createWorld()
  const aigerim = world.as('aigerim')
  const personId = world.person('aigerim').id
  const { id: portfolioId } = await aigerim.ask(portfolio.open, { body: { of: 'person', id: personId } })
  const words = new TextEncoder().encode('күн;қысым\n1;992\n')
  const id = newId()
  await begin(aigerim, { id, portfolioId, bytes: words.byteLength, name: 'қысым.csv' })
  await bring(aigerim, id, 0, words)
  await aigerim.ask(file.shelve, { params: { portfolioId }, body: { id } })
  await world.services.hub.write(portfolioRoom(portfolioId), { person: personId, session: null }, 'edit', (doc) => {
    const opened = openPortfolio(doc)
    addRecord(opened, { id: 'r1', kind: 'tested', title: 'Өлшеу' }, { by: personId, at: 1 })
    addPiece(opened, 'r1', { id: 'p1', kind: 'file', fileId: id, caption: 'қысым.csv' })
    addPiece(opened, 'r1', { id: 'p2', kind: 'file', fileId: newId(), caption: 'жоқ.pdf' })
  })
  const files = unzipSync((await aigerim.send({ method: 'GET', url: `/files/portfolio/${portfolioId}.zip` })).rawPayload)
  expect(files[`media/${id}.csv`]).toEqual(words)
  const page = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(page).toContain(`<a href="media/${id}.csv">қысым.csv</a> (CSV, 1`)
  expect(page).toContain('жоқ.pdf')
  expect((await aigerim.send({ method: 'GET', url: `/files/portfolio/${portfolioId}.pdf` })).statusCode).toBe(200)
})

it('is carried away by those who write in it, and by nobody else', async () => {
  await using world = await createWorld()
  const aigerim = world.as('aigerim')
  const personId = world.person('aigerim').id
  const { id } = await aigerim.ask(portfolio.open, { body: { of: 'person', id: personId } })
  const trace = { by: personId, at: world.clock.now().getTime() }
  await world.services.hub.write(portfolioRoom(id), { person: personId, session: null }, 'edit', (doc) => {
    const opened = openPortfolio(doc)
    addRecord(opened, { id: 'r1', kind: 'made', title: 'Аспалы көпір', from: '2026-10-01', audience: [] }, trace)
    sayInRecord(opened, 'r1', 'reflection', 'Арқанды тарту қиын болды.')
  })

  const zip = await aigerim.send({ method: 'GET', url: `/files/portfolio/${id}.zip` })
  expect([zip.statusCode, zip.headers['content-type'], zip.headers['cache-control']]).toEqual([200, 'application/zip', 'no-store'])
  const files = unzipSync(zip.rawPayload)
  expect(Object.keys(files)).toEqual(['index.html', 'portfolio.json'])
  const page = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(page).toContain('Аспалы көпір')
  expect(page).toContain('Арқанды тарту қиын болды.')
  const kept = JSON.parse(strFromU8(files['portfolio.json'] ?? new Uint8Array())) as {
    owner: string
    sections: { records: { id: string }[] }[]
  }
  expect(kept).toMatchObject({ owner: world.person('aigerim').name, sections: [{ records: [{ id: 'r1' }] }] })

  const pdf = await aigerim.send({ method: 'GET', url: `/files/portfolio/${id}.pdf` })
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])

  for (const end of ['zip', 'pdf']) {
    const url = `/files/portfolio/${id}.${end}`
    for (const who of ['madina', 'timur', 'botagoz'] as const)
      expect((await world.as(who).send({ method: 'GET', url })).statusCode, who).toBe(403)
    expect((await world.as('guest').send({ method: 'GET', url })).statusCode).toBe(401)
    expect((await aigerim.send({ method: 'GET', url: `/files/portfolio/00000000000000000000.${end}` })).statusCode).toBe(404)
  }
})
