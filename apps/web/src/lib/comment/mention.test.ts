import { describe, expect, it } from 'vitest'
import { begunAt, completed, mentionsIn, partsOf, peopleFor } from './mention.ts'

const aigerim = { id: 'a', name: 'Айгерім С.' }
const aigerimToo = { id: 'b', name: 'Айгерім' }
const daulet = { id: 'c', name: 'Дәулет Қ.' }
const danija = { id: 'd', name: 'Данияр Ерланович' }
const people = [aigerim, aigerimToo, daulet, danija]
const at = (text: string) => begunAt(text.replace('|', ''), text.indexOf('|'))

describe('a name that is being typed', () => {
  it.each([
    ['@|', { from: 0, sought: '' }],
    ['сұра: @Дә|', { from: 6, sought: 'Дә' }],
    ['(@Дәу|лет', { from: 1, sought: 'Дәу' }],
    ['@Данияр Ер|', { from: 0, sought: 'Данияр Ер' }],
    ['|@Дә', null],
    ['dana@mail|', null],
    ['@Дә\nжаңа жол|', null],
    [`@${'а'.repeat(41)}|`, null],
    ['жай сөз|', null],
  ])('in %j', (text, begun) => expect(at(text)).toEqual(begun))

  it.each([
    ['', people],
    ['дә', [daulet]],
    ['ДӘУ', [daulet]],
    ['ерл', [danija]],
    ['айгерім', [aigerim, aigerimToo]],
    ['данияр ер', [danija]],
    ['Дәулет Қ. ', []],
    ['герім', []],
  ])('%j fits', (sought, found) => expect(peopleFor(people, sought)).toEqual(found))

  it('fits no more than a finger can choose from', () => {
    const class30 = Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, name: `Оқушы ${i}` }))
    expect(peopleFor(class30, '').length).toBe(6)
  })

  it('is completed, and the caret goes on behind it', () => {
    const begun = at('сұра: @Дә| қайдан') ?? expect.unreachable()
    const done = completed('сұра: @Дә қайдан', begun, 9, daulet.name)
    expect(done).toEqual({ text: 'сұра: @Дәулет Қ. қайдан', caret: 17 })
    // What was just completed begins no new search.
    expect(peopleFor(people, begunAt(done.text, done.caret)?.sought ?? '')).toEqual([])
  })
})

describe('whom a text names', () => {
  it.each([
    ['@Айгерім С. және @Дәулет Қ., қараңдар', ['a', 'c']],
    ['@Айгерім, қара', ['b']],
    ['@Айгерімжан', []],
    ['@Дәулет Қ. @Дәулет Қ.', ['c']],
    ['Дәулет Қ.', []],
    ['почта@Дәулет Қ.', []],
    ['@@Дәулет Қ.', ['c']],
    ['', []],
  ])('%j', (text, ids) => expect(mentionsIn(text, people)).toEqual(ids))

  it('are all namesakes', () => {
    expect(mentionsIn('@Дәулет Қ.', [daulet, { id: 'x', name: daulet.name }])).toEqual(['c', 'x'])
  })

  it('loses no letter of it', () => {
    for (const text of ['@Айгерім С. және @Дәулет Қ.', 'сөз @Айгерім', 'a@b @', '']) {
      expect(
        partsOf(text, people)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })
})
