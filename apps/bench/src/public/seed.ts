import type { openDb } from '@sheber/db/open'
import { addRecord, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { crc32 } from 'node:zlib'
import * as Y from 'yjs'

export const publications = 500
export const recordsEach = 30
const badgesEach = 5

const id = (word: string, number: string) => `substr(md5('${word}' || ${number}), 1, 20)`
const uuid = (word: string, number: string) => `md5('${word}' || ${number})::uuid`

const title = (n: number) => `Аспалы көпір, ${n}-нұсқа`
const words = 'Біз үш тірек қойып, арқанды тарттық. Мост выдержал двенадцать килограммов, прогиб четыре миллиметра. '.repeat(4)

/** Thirty records for everybody, as a browser would have written them. */
const documentBytes = (): Uint8Array => {
  const doc = new Y.Doc()
  const portfolio = openPortfolio(doc)
  for (let n = 1; n <= recordsEach; n += 1) {
    addRecord(portfolio, { id: `record${n}`, kind: 'made', audience: ['public'] }, { by: 'bench', at: 0 })
    sayInRecord(portfolio, `record${n}`, 'title', title(n))
  }
  return Y.encodeStateAsUpdate(doc)
}

const said = (text: string) => ({ kk: text, ru: text, en: text })
const shown = (n: number) => ({
  kind: 'made',
  title: title(n),
  from: '2026-10-01',
  to: '2026-11-20',
  body: [
    { name: 'heading', attributes: { level: 2 }, content: [{ text: 'Қалай жасалды', marks: [] }] },
    ...[1, 2].map(() => ({ name: 'paragraph', attributes: {}, content: [{ text: words, marks: [] }] })),
    ...(n % 6 === 0 ? [{ name: 'formula', attributes: { tex: '\\frac{F}{A} = \\sigma' }, content: [] }] : []),
  ],
  competencies: [
    { code: 'C3', title: said('Бөлшек жасайды'), height: 3, level: said('Өз бетінше'), attribution: 'CC BY 4.0' },
    { code: 'C4', title: said('Сынайды'), height: 2, level: said('Үлгі бойынша'), attribution: 'CC BY 4.0' },
  ],
})

/** Portfolios of five hundred children whose guardians agreed, all of them published, each with its badges. The addresses of the pages. */
export const seedPublications = async (pool: ReturnType<typeof openDb>['pool']): Promise<string[]> => {
  const { rows } = await pool.query<{ centre: string; person: string }>(
    `select organisation_id as centre, person_id as person from membership where role = 'administrator'`,
  )
  const [{ centre, person } = { centre: '', person: '' }] = rows
  const all = `generate_series(1, ${publications}) n`
  const fields = JSON.stringify({
    cover: true,
    names: true,
    pictures: false,
    pieces: false,
    reflection: false,
    sections: false,
    competencies: true,
    badges: true,
  })
  const draft = JSON.stringify({
    title: said('Құрастырушы'),
    description: said(''),
    criteria: said(''),
    role: said(''),
    needs: [],
    validMonths: null,
  })
  for (const sql of [
    `insert into person (id, name, language) select ${id('child', 'n')}, 'Aidana ' || n, 'kk' from ${all}`,
    `insert into membership (person_id, organisation_id, role) select ${id('child', 'n')}, '${centre}', 'learner' from ${all}`,
    `insert into consent (id, person_id, scope, guardian, from_day, recorded_by)
     select substr(md5(scope || n), 1, 20), ${id('child', 'n')}, scope, 'Guardian', '2020-01-01', '${person}' from ${all}, unnest(array['work', 'name']) scope`,
    `insert into portfolio (id, person_id) select ${id('portfolio', 'n')}, ${id('child', 'n')} from ${all}`,
    `insert into room (name, lineage) select 'portfolio:' || ${id('portfolio', 'n')}, ${id('lineage', 'n')} from ${all}`,
    `insert into badge_class (id, organisation_id, state, draft, created_by)
     select ${uuid('class', 'k')}, '${centre}', 'open', '${draft}', '${person}' from generate_series(1, ${badgesEach}) k`,
    `insert into badge (id, class_id, person_id, subject_id, issued_by, issued_at, credential, sha256)
     select ${uuid('badge', `(n || '.' || k)`)}, ${uuid('class', 'k')}, ${id('child', 'n')}, ${uuid('subject', `(n || '.' || k)`)}, '${person}', now(), '{}', ''
     from ${all}, generate_series(1, ${badgesEach}) k`,
    `insert into publication (id, portfolio_id, fields, cover, badges, published_by)
     select ${id('publication', 'n')}, ${id('portfolio', 'n')}, '${fields}', '{"title":"Көпірден ғарышқа дейін","about":"Мен құрастыруды ұнатамын."}',
       array(select ${uuid('badge', `(n || '.' || k)`)}::text from generate_series(1, ${badgesEach}) k), '${person}' from ${all}`,
  ])
    await pool.query(sql)
  const bytes = documentBytes()
  await pool.query(
    `insert into room_update (room, position, kind, bytes, checksum) select 'portfolio:' || ${id('portfolio', 'n')}, 1, 'import', $1::bytea, $2::bigint from ${all}`,
    [Buffer.from(bytes), crc32(bytes)],
  )
  for (let n = 1; n <= recordsEach; n += 1) {
    await pool.query(
      `insert into publication_record (publication_id, record_id, place, shown, sha256, authors, tells)
       select ${id('publication', 'n')}, 'record${n}', ${n}, $1::jsonb, md5($1::text || n), array[${id('child', 'n')}], '{}' from ${all}`,
      [JSON.stringify(shown(n))],
    )
  }
  await pool.query('analyze')
  return (await pool.query<{ id: string }>(`select ${id('publication', 'n')} as id from ${all}`)).rows.map((row) => row.id)
}
