import { evidence } from '@sheber/contract/evidence'
import { file } from '@sheber/contract/file'
import { framework } from '@sheber/contract/framework'
import { portfolio } from '@sheber/contract/portfolio'
import { review } from '@sheber/contract/review'
import { createWorld } from '@sheber/dev-env/world'
import { addPiece, addRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { draft, uuid } from '@sheber/domain/framework.fixture'
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

it('takes along what reviewers said, where, what was answered, and the names that programs know competencies by', async () => {
  await using world = await createWorld()
  const [aigerim, yerlan] = [world.as('aigerim'), world.as('yerlan')]
  const personId = world.person('aigerim').id
  const organisationId = world.organisation('centre')
  await world.as('madina').ask(framework.make, { params: { organisationId }, body: { id: uuid(90), draft: draft() } })
  await world.as('madina').ask(framework.publish, { params: { frameworkId: uuid(90) } })
  const { id: portfolioId } = await aigerim.ask(portfolio.open, { body: { of: 'person', id: personId } })
  await world.services.hub.write(portfolioRoom(portfolioId), { person: personId, session: null }, 'edit', (doc) => {
    const opened = openPortfolio(doc)
    addRecord(opened, { id: 'r1', kind: 'made', title: 'Аспалы көпір' }, { by: personId, at: 1 })
    sayInRecord(opened, 'r1', 'reflection', 'Арқанды тарту қиын болды.')
  })
  const claims = [{ competencyId: uuid(2), levelId: uuid(1_002) }]
  const linked = await aigerim.ask(evidence.link, {
    params: { portfolioId },
    body: { recordId: 'r1', people: [], claims, why: 'Өзім есептедім' },
  })
  const asked = { id: newId(), records: ['r1'], organisationId, reviewerId: world.person('yerlan').id, words: '' }
  const { id: submissionId } = await aigerim.ask(review.request, { params: { portfolioId }, body: asked })
  const params = { submissionId }
  const threadId = newId()
  await yerlan.ask(review.remark, {
    params,
    body: {
      ...{ id: threadId, threadId: null, recordId: 'r1', text: 'Қанша рет байқадың?' },
      at: { kind: 'text', place: { part: 'reflection', start: 0, end: 7 } },
    },
  })
  world.clock.advance(1_000)
  await aigerim.ask(review.remark, {
    params,
    body: { id: newId(), threadId, recordId: 'r1', text: 'Үш рет.', at: null },
  })
  const { version } = await yerlan.ask(review.look, { params })
  const reviewId = newId()
  const verdicts = linked.map(({ id, levelId }) => ({ evidenceId: id, verdict: 'confirmed' as const, levelId, text: '' }))
  await yerlan.ask(review.give, {
    params,
    body: { id: reviewId, versionId: version.id, outcome: 'accepted', text: 'Есебің дұрыс.', verdicts },
  })
  await aigerim.ask(review.answer, { params, body: { reviewId, text: 'Рақмет!' } })

  const files = unzipSync((await aigerim.send({ method: 'GET', url: `/files/portfolio/${portfolioId}.zip` })).rawPayload)
  const item = `http://sheber.test/ims/case/v1p1/CFItems/${uuid(2)}`
  const kept = JSON.parse(strFromU8(files['portfolio.json'] ?? new Uint8Array())) as { maps: { rows: { records: unknown[] }[] }[] }
  expect(kept).toMatchObject({
    reviews: [{ outcome: 'accepted', text: 'Есебің дұрыс.', answer: { text: 'Рақмет!' }, records: ['Аспалы көпір'] }],
    sections: [
      {
        records: [
          {
            remarks: [{ quote: 'Арқанды', words: [{ text: 'Қанша рет байқадың?' }, { text: 'Үш рет.' }] }],
            evidence: [{ case: { item: { identifier: uuid(2), uri: item } } }],
          },
        ],
      },
    ],
  })
  expect(kept.maps.flatMap(({ rows }) => rows.flatMap(({ records }) => records))).toEqual([{ id: 'r1', title: 'Аспалы көпір' }])
  // The name is an address that other programs fetch.
  expect((await world.as('guest').send({ method: 'GET', url: new URL(item).pathname })).statusCode).toBe(200)
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
