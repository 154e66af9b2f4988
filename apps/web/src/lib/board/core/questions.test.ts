import { describe, expect, it } from 'vitest'
import { Questions } from './questions.ts'

const opened = () => {
  let now = 0
  const questions = new Questions(() => now)
  const heard: string[] = []
  return {
    questions,
    heard,
    pass: (ms: number) => void (now += ms),
    answer: (name: 'find' | 'help') => questions.answer(name, () => heard.push(name)),
  }
}

describe('what the core asks', () => {
  it('is answered by whoever is there, once, and not again by whoever comes later', () => {
    const { questions, heard, answer } = opened()
    answer('find')
    questions.ask('find', undefined)
    answer('find')
    expect(heard).toEqual(['find'])
  })

  it('waits for a part that is on its way', () => {
    const { questions, heard, answer, pass } = opened()
    questions.ask('find', undefined)
    pass(3_000)
    answer('help')
    expect(heard).toEqual([])
    answer('find')
    expect(heard).toEqual(['find'])
    answer('find')
    expect(heard).toEqual(['find'])
  })

  it('is forgotten when it took too long, or something else was asked since', () => {
    const { questions, heard, answer, pass } = opened()
    questions.ask('find', undefined)
    pass(20_000)
    answer('find')
    questions.ask('help', undefined)
    questions.ask('find', undefined)
    answer('help')
    expect(heard).toEqual(['find'])
  })

  it('hands on what was asked about', () => {
    const { questions } = opened()
    const seen: unknown[] = []
    questions.ask('open', { id: 'a' })
    questions.answer('open', (what) => seen.push(what))
    expect(seen).toEqual([{ id: 'a' }])
  })
})
