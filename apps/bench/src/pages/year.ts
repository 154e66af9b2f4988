/**
 * A year of a centre, in rows: 3,000 learners of 30 schools in 200 groups, 60 teachers, 20 records a learner, 200,000 links
 * to 20 competencies on 4 levels, 6,000 submissions, 150,000 verdicts. The same every time: names are made of numbers.
 * Ids are the first letters of an md5, which are letters of base 32 too.
 */

export const learners = 3_000
export const groups = 200
export const frameworkId = 'f0000000-0000-4000-8000-000000000000'

const id = (word: string, number: string) => `substr(md5('${word}' || ${number}), 1, 20)`
const uuid = (word: string, number: string) => `md5('${word}' || ${number})::uuid`
const said = (words: string) => `jsonb_build_object('kk', ${words}, 'ru', ${words}, 'en', ${words})`

export const portfolioIdSql = (n: string) => id('portfolio', n)
export const groupIdSql = (n: string) => id('group', n)

/** `centre` and `administrator` are there already. `document` is one portfolio of 20 records, as the database takes bytes. */
export const yearSql = (centre: string, administrator: string): readonly string[] => [
  `insert into organisation (id, name, kind, language)
   select ${id('school', 'n')}, 'School ' || n, 'school', 'ru' from generate_series(1, 30) n`,
  `insert into person (id, name, language) select ${id('learner', 'n')}, 'Learner ' || n, 'kk' from generate_series(1, ${learners}) n`,
  `insert into person (id, name, language) select ${id('teacher', 'n')}, 'Teacher ' || n, 'ru' from generate_series(1, 60) n`,
  `insert into membership (person_id, organisation_id, role)
   select ${id('learner', 'n')}, o, 'learner' from generate_series(1, ${learners}) n, lateral (values ('${centre}'), (${id('school', '(n % 30 + 1)')})) as of (o)`,
  `insert into membership (person_id, organisation_id, role) select ${id('teacher', 'n')}, '${centre}', 'teacher' from generate_series(1, 60) n`,
  `insert into "group" (id, organisation_id, name, code)
   select ${id('group', 'n')}, '${centre}', 'Group ' || n, upper(substr(md5('code' || n), 1, 8)) from generate_series(1, ${groups}) n`,
  `insert into group_learner (group_id, person_id) select ${id('group', `(n % ${groups} + 1)`)}, ${id('learner', 'n')} from generate_series(1, ${learners}) n`,
  `insert into framework (id, organisation_id, title, description, version, state, rollup, licence, attribution, created_by)
   values ('${frameworkId}', '${centre}', ${said("'Year'")}, ${said("''")}, '1.0', 'published', 'latest', '', '', '${administrator}')`,
  `insert into framework_level (id, framework_id, place, title, text)
   select ${uuid('level', 'n')}, '${frameworkId}', n, ${said("'Level ' || n")}, ${said("''")} from generate_series(1, 4) n`,
  `insert into competency (id, framework_id, parent_id, place, code, title, descriptors)
   select ${uuid('area', 'n')}, '${frameworkId}', null, n * 5, chr(64 + n), ${said("'Area ' || n")}, '[]' from generate_series(1, 5) n`,
  `insert into competency (id, framework_id, parent_id, place, code, title, descriptors)
   select ${uuid('competency', 'n')}, '${frameworkId}', ${uuid('area', '(n / 4 + 1)')}, (n / 4 + 1) * 5 + n % 4 + 1, chr(65 + n / 4) || (n % 4 + 1),
     ${said("'Competency ' || n")}, '[]' from generate_series(0, 19) n`,
  `insert into portfolio (id, person_id) select ${id('portfolio', 'n')}, ${id('learner', 'n')} from generate_series(1, ${learners}) n`,
  `insert into room (name, lineage) select 'portfolio:' || ${id('portfolio', 'n')}, ${id('lineage', 'n')} from generate_series(1, ${learners}) n`,
  `insert into evidence (id, portfolio_id, record_id, person_id, competency_id, level_id, why, state, created_by, created_at)
   select substr(md5('evidence' || p || '.' || r || '.' || k), 1, 20), ${id('portfolio', 'p')}, 'record' || r, ${id('learner', 'p')},
     ${uuid('competency', '((r * 3 + k + p) % 20)')}, ${uuid('level', '((p + r) % 4 + 1)')}, 'Built it and showed how it works.',
     (array['confirmed','confirmed','confirmed','partly','not_yet','ready','claimed','confirmed'])[(p + r + k) % 8 + 1],
     ${id('learner', 'p')}, now() - (r * 15 || ' days')::interval
   from generate_series(1, ${learners}) p, generate_series(1, 20) r, generate_series(0, 3) k where k < 3 or r % 3 = 0`,
  `insert into room_version (id, room, position, bytes, sha256, person_id)
   select ${id('version', 'n')}, 'portfolio:' || ${id('portfolio', `(n % ${learners} + 1)`)}, 1, $1::bytea, encode(sha256($1::bytea), 'hex'), ${id('learner', `(n % ${learners} + 1)`)}
   from generate_series(1, 6000) n`,
  `insert into submission (id, portfolio_id, records, version_id, organisation_id, reviewer_id, state, words, created_by, created_at, taken_at, reviewed_at, changed_at)
   select ${id('submission', 'n')}, ${id('portfolio', `(n % ${learners} + 1)`)}, array['record' || (n % 20 + 1), 'record' || (n % 20)], ${id('version', 'n')}, '${centre}',
     case when n % 4 = 0 then null else ${id('teacher', '(n % 60 + 1)')} end,
     case when n % 10 = 0 then 'submitted' when n % 10 = 1 then 'in_review' else 'accepted' end, 'What do you think?', ${id('learner', `(n % ${learners} + 1)`)},
     now() - (n % 200 || ' days')::interval, null, case when n % 10 > 1 then now() - (n % 200 || ' days')::interval + '20 hours' end, now()
   from generate_series(1, 6000) n`,
  `insert into review (id, submission_id, version_id, reviewer_id, outcome, text)
   select ${id('review', 'n')}, ${id('submission', 'n')}, ${id('version', 'n')}, ${id('teacher', '(n % 60 + 1)')}, 'accepted', 'Well done.'
   from generate_series(1, 6000) n where n % 10 > 1`,
  // Each learner's first review that was given says something of all that was judged: what matters here is how many rows there are.
  `insert into verdict (id, evidence_id, review_id, reviewer_id, verdict, level_id, text, created_at)
   select substr(md5('verdict' || e.id), 1, 20), e.id, v.id, v.reviewer_id, e.state, case when e.state <> 'not_yet' then e.level_id end, '', e.created_at + '1 day'::interval
   from evidence e join lateral (
     select r.id, r.reviewer_id from submission s join review r on r.submission_id = s.id where s.portfolio_id = e.portfolio_id order by r.id limit 1
   ) v on true where e.state in ('confirmed', 'partly', 'not_yet')`,
  'analyze',
]
