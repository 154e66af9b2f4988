import type { Body } from '@sheber/document/body'
import { describe, expect, it } from 'vitest'
import {
  creditsFor,
  namedIn,
  namesFor,
  projectCover,
  projectRecord,
  sincePublished,
  tellsName,
  waitsFor,
  wordsOfCover,
  wordsOfPublic,
  type PublicCompetency,
  type Soul,
} from './publication.ts'

const said = (words: string) => ({ kk: words, ru: words, en: words })
const nothing = {
  cover: false,
  names: false,
  pictures: false,
  pieces: false,
  reflection: false,
  sections: false,
  competencies: false,
  badges: false,
}
const all = {
  cover: true,
  names: true,
  pictures: true,
  pieces: false,
  reflection: false,
  sections: false,
  competencies: true,
  badges: true,
}
const picture = {
  name: 'picture' as const,
  attributes: { fileId: 'f', alt: 'Көпір', caption: 'Арқан', uploadedBy: 'aigerim' },
  content: [],
}
const body: Body = [
  {
    name: 'paragraph',
    attributes: { textAlign: 'left' },
    content: [
      { text: 'Көпір', marks: ['bold'] },
      { text: 'тақта', marks: ['link', 'italic'], href: '/board/secret' },
      { text: 'хат', marks: ['link'], href: 'mailto:aigerim@example.kz' },
      { text: 'сілтеме', marks: ['link'], href: 'https://example.kz/bridge' },
    ],
  },
  picture,
]
const record = {
  kind: 'made' as const,
  title: 'Аспалы көпір',
  from: '2026-10-01',
  to: '',
  body,
  prompt: 'hard',
  reflection: ' Аспа үзілді ',
}
const competency: PublicCompetency = { code: 'C3', title: said('Бөлшек жасайды'), height: 3, level: said('Өзі'), attribution: '' }

describe('the copy of a record', () => {
  it('has words and days, and nothing that was not chosen', () => {
    expect(projectRecord(record, nothing, { competencies: [competency] })).toEqual({
      ...{ kind: 'made', title: 'Аспалы көпір', from: '2026-10-01', to: '' },
      body: [
        {
          name: 'paragraph',
          attributes: {},
          content: [
            { text: 'Көпір', marks: ['bold'] },
            { text: 'тақта', marks: ['italic'] },
            { text: 'хат', marks: [] },
            { text: 'сілтеме', marks: ['link'], href: 'https://example.kz/bridge' },
          ],
        },
      ],
      competencies: [],
    })
  })

  it('has pictures and competencies where they were chosen, and of a picture only what is shown', () => {
    const shown = projectRecord(record, all, { competencies: [competency] })
    expect(shown.competencies).toEqual([competency])
    expect(shown.body[1]).toEqual({ name: 'picture', attributes: { fileId: 'f', alt: 'Көпір', caption: 'Арқан' }, content: [] })
  })

  it('leaves out what a record has beside: thoughts, pieces, who wrote it and for whom', () => {
    const living = { ...record, reflection: 'құпия', pieces: [], audience: ['public'], trace: { by: 'a', at: 1 } }
    expect(Object.keys(projectRecord(living, all, { competencies: [] }))).toEqual(['kind', 'title', 'from', 'to', 'body', 'competencies'])
  })

  it('has its part, thoughts and pieces where each was chosen, and only then', () => {
    const piece = { key: 'k', kind: 'frame' as const, boardId: 'b', versionId: 'v', things: ['f'], caption: 'Сызба' }
    const beside = { competencies: [], section: 'Жобалар', pieces: [piece] }
    const chosen = projectRecord(record, { ...nothing, pieces: true, reflection: true, sections: true }, beside)
    expect(chosen).toMatchObject({ section: 'Жобалар', reflection: { prompt: 'hard', words: 'Аспа үзілді' }, pieces: [piece] })
    for (const word of ['Жобалар', 'Аспа үзілді', 'Сызба']) expect(wordsOfPublic(chosen)).toContain(word)
    expect(JSON.stringify(projectRecord(record, all, beside))).not.toMatch(/Жобалар|үзілді|Сызба/)
  })

  it('is read for names in all its words: of a picture and of an address too', () => {
    const words = wordsOfPublic(projectRecord(record, all, { competencies: [] }))
    for (const word of ['Аспалы', 'тақта', 'Арқан', 'example.kz/bridge']) expect(words).toContain(word)
    expect(words).not.toContain('secret')
  })
})

it.each([
  ['Айгерімнің көпірі', 'Айгерім С.', true],
  ['көпір, АЙГЕРІМ', 'Айгерім С.', true],
  ['Помогала Айдану', 'Айдана С.', true],
  ['Бай герім', 'Айгерім С.', false],
  ['Салт', 'Ал С.', false],
  ['Бұл Ал С. жұмысы', 'Ал С.', true],
  ['Аспалы көпір', 'Айгерім С.', false],
])('%j tells the name of %s: %s', (words, name, tells) => expect(tellsName(words, name)).toBe(tells))

const day = '2026-11-27'
const paper = (scope: 'work' | 'name', withdrawn = false) => ({ scope, from: '2026-09-01', until: null, withdrawn })
const soul = (id: string, name: string, consents: Soul['consents'] = [], adult = false): [string, Soul] => [
  id,
  { id, name, adult, consents },
]

describe('consent', () => {
  const people = new Map([
    soul('aigerim', 'Айгерім С.', [paper('work'), paper('name')]),
    soul('daulet', 'Дәулет К.', [paper('work')]),
    soul('timur', 'Тимур Ж.', [paper('work', true), paper('name')]),
    soul('madina', 'Мадина Ерланқызы', [], true),
  ])

  it('lets out what all authors have papers for', () => {
    expect(waitsFor({ authors: ['aigerim', 'daulet', 'madina'], tells: [] }, people, day)).toEqual([])
  })

  it('keeps in what one child has none for, and says whose is missing', () => {
    expect(waitsFor({ authors: ['aigerim', 'timur'], tells: [] }, people, day)).toEqual([{ name: 'Тимур Ж.', why: 'work' }])
  })

  it('keeps in words that name a child without a paper for the name', () => {
    expect(waitsFor({ authors: ['daulet'], tells: ['daulet', 'aigerim'] }, people, day)).toEqual([{ name: 'Дәулет К.', why: 'name' }])
  })

  it('holds in its days alone', () => {
    expect(waitsFor({ authors: ['aigerim'], tells: [] }, people, '2026-08-31')).toEqual([{ name: 'Айгерім С.', why: 'work' }])
  })

  it('is nobody’s where there is no author, or none that is known', () => {
    expect(waitsFor({ authors: [], tells: [] }, people, day)).toEqual([{ name: '', why: 'work' }])
    expect(waitsFor({ authors: ['stranger'], tells: [] }, people, day)).toEqual([{ name: '', why: 'work' }])
  })

  it('gives the names that may stand beside it, each once', () => {
    expect(namesFor(['aigerim', 'daulet', 'madina', 'aigerim', 'stranger'], people, day)).toEqual(['Айгерім С.', 'Мадина Ерланқызы'])
  })

  it('names learners as authors and grown-ups apart, but for whom it is known otherwise', () => {
    const ids = ['madina', 'aigerim', 'daulet']
    expect(creditsFor(ids, people, day, new Map())).toEqual({ authors: ['Айгерім С.'], adults: ['Мадина Ерланқызы'] })
    const known = new Map([
      ['madina', true],
      ['aigerim', false],
    ])
    expect(creditsFor(ids, people, day, known)).toEqual({ authors: ['Мадина Ерланқызы'], adults: ['Айгерім С.'] })
  })

  it('finds who is named', () => {
    expect(namedIn('Дәулетпен бірге жасадық', [...people.values()])).toEqual(['daulet'])
  })
})

it('tells what became of each record since it went out', () => {
  const now = [
    { recordId: 'a', sha256: '1' },
    { recordId: 'b', sha256: '2' },
    { recordId: 'c', sha256: '3' },
  ]
  const out = [
    { recordId: 'b', sha256: '2' },
    { recordId: 'c', sha256: '9' },
    { recordId: 'd', sha256: '4' },
  ]
  expect(sincePublished(now, out)).toEqual([
    { id: 'a', state: 'fresh' },
    { id: 'b', state: 'same' },
    { id: 'c', state: 'changed' },
    { id: 'd', state: 'gone' },
  ])
})

describe('a cover', () => {
  const cover = { title: 'Мен', about: '', colour: 'blue', picture: 'f1', alt: 'Айгерім планермен' }

  it('takes its picture along only where pictures were chosen too', () => {
    expect(projectCover(cover, nothing)).toBeNull()
    expect(projectCover(cover, { ...nothing, pictures: true })).toBeNull()
    expect(projectCover(cover, { ...nothing, cover: true })).toEqual({ title: 'Мен', about: '' })
    expect(projectCover(cover, all)).toEqual({ title: 'Мен', about: '', picture: { fileId: 'f1', alt: 'Айгерім планермен' } })
    expect(projectCover({ ...cover, title: ' ' }, { ...nothing, cover: true })).toBeNull()
  })

  it('tells a name also in what is said of its picture', () => {
    const shown = projectCover({ ...cover, title: '' }, all)
    expect(shown && wordsOfCover(shown)).toContain('Айгерім')
  })
})
