/**
 * A hall of 500 stands in rows: 250 teams of four children and a teacher, all with consent for work and name, two projects
 * each; a file of a poster beside every stand. Ids are the first letters of an md5, as in `pages/year`.
 */

export const stands = 500
const teams = 250
const childrenOfTeam = 4

const id = (word: string, number: string) => `substr(md5('${word}' || ${number}), 1, 20)`
export const exhibitionId = 'e0000000000000000000'
export const nominationIds = ['n0000000000000000001', 'n0000000000000000002', 'n0000000000000000003'] as const
export const standIdSql = (n: string) => id('stand', n)

const said = (words: string) => ({ kk: words, ru: words, en: words })
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const plan = {
  kind: 'exhibition',
  title: said('Выставка технического творчества'),
  about: said('Работы учеников со всей области: модели, роботы, электроника.'),
  place: said('Областная библиотека, большой зал'),
  directions: [],
  nominations: nominationIds.map((one, n) => ({ id: one, title: said(['Модельдер', 'Роботы', 'Электроника'][n] ?? '') })),
  ages: { from: 7, to: 18 },
  teamMax: 5,
  rubric: { criteria: [] },
  windows: { entriesFrom: day(-20), entriesTo: day(-10), hallFrom: day(-1), judgingFrom: day(0), judgingTo: day(2), resultsAt: day(3) },
  late: false,
  awards: 'places',
  ties: 'share',
  release: 'all',
  viewsMin: 3,
  listed: false,
  visitors: { react: true, ask: true, vote: true },
  hall: { width: 60, height: 40 },
}

const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`
const child = (t: string, k: string) => id('child', `(${t} * ${childrenOfTeam} + ${k})`)
const teamOf = (n: string) => `(${n} % ${teams} + 1)`

/** `centre` and `person` are there already. */
export const hallSql = (centre: string, person: string): readonly string[] => [
  `insert into organisation (id, name, kind, language) select ${id('school', 'n')}, 'Школа ' || n, 'school', 'ru' from generate_series(1, 30) n`,
  `insert into team (id, name, organisation_id) select ${id('team', 'n')}, 'Команда ' || n, ${id('school', '(n % 30 + 1)')} from generate_series(1, ${teams}) n`,
  `insert into person (id, name, language) select ${child('t', 'k')}, 'Ученик ' || t || ' ' || k, 'kk'
   from generate_series(1, ${teams}) t, generate_series(0, ${childrenOfTeam - 1}) k`,
  `insert into membership (person_id, organisation_id, role) select ${child('t', 'k')}, ${id('school', '(t % 30 + 1)')}, 'learner'
   from generate_series(1, ${teams}) t, generate_series(0, ${childrenOfTeam - 1}) k`,
  `insert into consent (id, person_id, scope, guardian, from_day, recorded_by)
   select substr(md5('consent' || s || t || '.' || k), 1, 20), ${child('t', 'k')}, s, 'Guardian', '2020-01-01', '${person}'
   from generate_series(1, ${teams}) t, generate_series(0, ${childrenOfTeam - 1}) k, unnest(array['work', 'name', 'picture', 'school']) s`,
  `insert into project (id, team_id, title, direction, created_by)
   select ${id('project', 'n')}, ${id('team', teamOf('n'))}, 'Проект ' || n, (array['modelling', 'robotics', 'electronics'])[n % 3 + 1], '${person}' from generate_series(1, ${stands}) n`,
  `insert into board (id, project_id) select ${id('board', 'n')}, ${id('project', 'n')} from generate_series(1, ${stands}) n`,
  `insert into file (id, board_id, person_id, name, type, bytes, width, height, sha256)
   select ${id('file', 'n')}, ${id('board', 'n')}, '${person}', 'poster.jpg', 'image/jpeg', 1000, 1200, 900, encode(sha256(('poster' || n)::bytea), 'hex') from generate_series(1, ${stands}) n`,
  `insert into exhibition (id, plan, year, state, founder_id, created_by) values ('${exhibitionId}', ${json(plan)}, 2026, 'hall', '${centre}', '${person}')`,
  `insert into exhibition_organiser (exhibition_id, organisation_id, added_by) values ('${exhibitionId}', '${centre}', '${person}')`,
  `insert into stand (id, exhibition_id, project_id, entry, state, number, created_by)
   select ${standIdSql('n')}, '${exhibitionId}', ${id('project', 'n')}, '{}'::jsonb, 'admitted', n, '${person}' from generate_series(1, ${stands}) n`,
  `insert into stand_shown (stand_id, shown, sha256, authors, tells)
   select ${standIdSql('n')}, jsonb_build_object(
     'title', (array['Планёр', 'Робот', 'Метеостанция', 'Көпір', 'Кеме'])[n % 5 + 1] || ' ' || n,
     'about', repeat('Собрали сами, испытали и записали, что получилось. ', 6),
     'nominationId', (array['${nominationIds.join("','")}'])[n % 3 + 1],
     'direction', (array['modelling', 'robotics', 'electronics'])[n % 3 + 1],
     'poster', jsonb_build_object('fileId', ${id('file', 'n')}, 'alt', 'Макет на столе', 'width', 1200, 'height', 900),
     'pictures', '[]'::jsonb, 'model', null, 'video', null, 'versionId', '', 'adults', 'Руководитель помог с пилой.', 'records', '[]'::jsonb,
     'parts', (select jsonb_agg(jsonb_build_object('personId', ${child(teamOf('n'), 'k')}, 'words', 'Чертил, пилил и испытывал.')) from generate_series(0, ${childrenOfTeam - 1}) k)
   ), '', array(select ${child(teamOf('n'), 'k')} from generate_series(0, ${childrenOfTeam - 1}) k), '{}'
   from generate_series(1, ${stands}) n`,
  'analyze',
]
