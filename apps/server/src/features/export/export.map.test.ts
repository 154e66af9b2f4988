import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidence } from '@sheber/contract/evidence'
import { framework } from '@sheber/contract/framework'
import { portfolio } from '@sheber/contract/portfolio'
import { createWorld } from '@sheber/dev-env/world'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { competency, draft, level, said, uuid } from '@sheber/domain/framework.fixture'
import { describe, expect, it } from 'vitest'
import { crowdPaper, mapPaper, type Head } from './export.map.pdf.ts'

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const read = (bytes: Buffer, program: string, ...how: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sheber-map-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return execFileSync(program, [...how, join(folder, 'a.pdf'), ...(program === 'pdftotext' ? ['-'] : [])]).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const wordsOf = (bytes: Buffer) => read(bytes, 'pdftotext', '-layout').replace(/\s+/g, ' ')

const head: Head = {
  language: 'kk',
  title: 'Құзыреттіліктер картасы: Әйгерім Ғаниқызы',
  framework: 'Техникалық шығармашылық',
  version: '2.0',
  attribution: 'Өнер орталығы, CC BY 4.0',
  rollup: 'latest',
  levels: ['Көмекпен', 'Үлгі бойынша', 'Өз бетінше'],
  day: null,
  at: '2026-11-26T10:00:00.000Z',
}

/** A map by itself names nothing that lies beside it. */
const alone = { case: { identifier: '', uri: '' }, records: [] }

describe('a map on paper', () => {
  it('of one person lies across, and tells whose it is, by which rule, of whose framework, and what a former version had confirmed', async ({
    skip,
  }) => {
    const bytes = await mapPaper({
      ...head,
      sum: { confirmed: 1, begun: 0, empty: 1 },
      rows: [
        { isArea: true, title: 'C Жасау', level: null, claimed: null, evidence: 0, earlier: null, ...alone },
        { isArea: false, title: 'C1 Қол құралы', level: 1, claimed: 2, evidence: 3, earlier: null, ...alone },
        {
          isArea: false,
          title: 'C2 Һауа, ұшу, ің',
          level: null,
          claimed: null,
          evidence: 0,
          earlier: { version: '1.0', level: 2 },
          ...alone,
        },
      ],
    })
    if (!hasPdftotext) {
      if (process.env['CI']) throw new Error('pdftotext is missing')
      return skip()
    }
    const words = wordsOf(bytes)
    for (const part of [head.title, 'Техникалық шығармашылық, 2.0 нұсқасы', head.attribution, 'Соңғы расталған деңгей көрсетілген.'])
      expect(words).toContain(part)
    for (const part of [
      'C1 Қол құралы',
      'C2 Һауа, ұшу, ің',
      '1.0 нұсқасында расталған: 2-деңгей',
      'мәлімделген, әлі расталмаған',
      '26.11.2026',
    ])
      expect(words).toContain(part)
    expect(words).toContain('Расталғаны 1, жолда 0, әзірге бос 1')
    expect(read(bytes, 'pdfinfo')).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/)
  })

  it('of many has every competency, in as many tables as they need, and what their codes stand for', async ({ skip }) => {
    const columns = Array.from({ length: 45 }, (_, n) => ({
      id: `c${n}`,
      code: `K${n}`,
      title: `Құзыреттілік ${n}`,
      area: `Сала ${n % 3}`,
    }))
    const cells = new Map([
      ['c0', { shown: 2, claimed: 3, earlier: 0 }],
      ['c44', { shown: 0, claimed: 0, earlier: 1 }],
    ])
    const bytes = await crowdPaper({ ...head, day: '2026-11-20T10:00:00.000Z', columns, people: [{ name: 'Дәулет', cells }] })
    if (!hasPdftotext) {
      if (process.env['CI']) throw new Error('pdftotext is missing')
      return skip()
    }
    const words = wordsOf(bytes)
    for (const { title } of columns) expect(words).toContain(title)
    expect(words.match(/Дәулет/g)).toHaveLength(3)
    expect(words).toContain('2 (3)')
    expect(words).toContain('[1]')
    expect(words).toContain('20.11.2026 күнгі жағдай')
  })
})

it('is given to whoever may look at the map, and to nobody else', { timeout: 60_000 }, async () => {
  await using world = await createWorld()
  const [botagoz, aigerim] = [world.as('botagoz'), world.as('aigerim')]
  const levels = [level(1), level(2)]
  const asked = draft({ title: said('Шеберлік'), levels, competencies: [competency(1), competency(2, 1)] })
  const id = uuid(4_000)
  await botagoz.ask(framework.make, { params: { organisationId: world.organisation('centre') }, body: { id, draft: asked } })
  await botagoz.ask(framework.publish, { params: { frameworkId: id } })
  const personId = world.person('aigerim').id
  const { id: portfolioId } = await aigerim.ask(portfolio.open, { body: { of: 'person', id: personId } })
  await world.services.hub.write(portfolioRoom(portfolioId), { person: personId, session: null }, 'edit', (doc) => {
    addRecord(openPortfolio(doc), { id: 'r1', kind: 'made', title: 'Көпір' }, { by: personId, at: 1 })
  })
  await aigerim.ask(evidence.link, {
    params: { portfolioId },
    body: { recordId: 'r1', people: [], claims: [{ competencyId: uuid(2), levelId: levels[1]?.id ?? '' }], why: 'Өзім жасадым' },
  })
  const url = (kind: string, of: string, more = '') => `/files/map/${kind}/${of}.pdf?framework=${id}${more}`
  const get = (who: Parameters<typeof world.as>[0], path: string) => world.as(who).send({ method: 'GET', url: path })

  const made = await get('aigerim', url('portfolio', portfolioId))
  expect([made.statusCode, made.headers['content-type'], made.headers['cache-control']]).toEqual([200, 'application/pdf', 'no-store'])
  if (hasPdftotext) expect(wordsOf(made.rawPayload)).toContain(world.person('aigerim').name)
  // The staff who answer for her, though they do not write in it.
  expect((await get('botagoz', url('portfolio', portfolioId, '&day=2026-11-01T00:00:00.000Z'))).statusCode).toBe(200)
  // A guardian takes home the map of their own child, and of no other; a judge came for one exhibition.
  const home = await get('zhanna', url('portfolio', portfolioId))
  expect(home.statusCode).toBe(200)
  if (hasPdftotext) expect(wordsOf(home.rawPayload)).not.toContain('Өзім жасадым')
  const { id: timurs } = await world.as('timur').ask(portfolio.open, { body: { of: 'person', id: world.person('timur').id } })
  for (const who of ['zhanna', 'aigerim', 'sergey'] as const) expect((await get(who, url('portfolio', timurs))).statusCode, who).toBe(403)
  expect((await get('guest', url('portfolio', portfolioId))).statusCode).toBe(401)
  expect((await get('timur', url('portfolio', portfolioId))).statusCode).toBe(403)
  expect((await get('aigerim', url('portfolio', '00000000000000000000'))).statusCode).toBe(404)
  expect((await get('aigerim', `/files/map/portfolio/${portfolioId}.pdf?framework=${uuid(1)}`)).statusCode).toBe(404)
  expect((await get('aigerim', `/files/map/portfolio/${portfolioId}.pdf`)).statusCode).toBe(404)

  // A team's is for those in it and those who answer for it.
  const team = await get('daulet', url('team', world.team))
  expect([team.statusCode, team.headers['content-type']]).toEqual([200, 'application/pdf'])
  if (hasPdftotext) {
    const words = wordsOf(team.rawPayload)
    for (const who of ['aigerim', 'daulet', 'madina'] as const) expect(words).toContain(world.person(who).name)
  }
  for (const who of ['timur', 'gulnara', 'zhanna'] as const) expect((await get(who, url('team', world.team))).statusCode, who).toBe(403)
  expect((await get('guest', url('team', world.team))).statusCode).toBe(401)
  // A group's is its staff's: the children in it do not read of one another.
  expect((await get('madina', url('group', world.group))).statusCode).toBe(200)
  for (const who of ['aigerim', 'zhanna', 'marat'] as const) expect((await get(who, url('group', world.group))).statusCode, who).toBe(403)
})
