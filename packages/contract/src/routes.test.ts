import { describe, expect, it } from 'vitest'
import { facts } from './facts.ts'
import { routes } from './routes.ts'

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

/** Every object anywhere inside a schema. */
const objectsIn = (schema: unknown, found: Record<string, unknown>[] = []): Record<string, unknown>[] => {
  if (typeof schema !== 'object' || schema === null) return found
  if ((schema as { type?: unknown }).type === 'object') found.push(schema as Record<string, unknown>)
  for (const part of Object.values(schema)) objectsIn(part, found)
  return found
}

describe('the sum of all routes', () => {
  it('holds every feature', () => {
    const features = new Set(routes.map(({ name }) => name.split('.')[0]))
    expect([...features].sort()).toEqual([
      'acceptance',
      'aside',
      'badge',
      'board',
      'card',
      'centre',
      'comment',
      'consent',
      'contribution',
      'evidence',
      'exhibition',
      'file',
      'final',
      'framework',
      'group',
      'guardian',
      'inbox',
      'judge',
      'notebook',
      'organisation',
      'person',
      'portfolio',
      'preview',
      'project',
      'publication',
      'result',
      'review',
      'room',
      'session',
      'stand',
      'task',
      'team',
      'trace',
      'trail',
      'version',
      'visitor',
    ])
  })

  it('gives no name and no address twice', () => {
    expect(repeated(routes.map(({ name }) => name))).toEqual([])
    expect(repeated(routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`))).toEqual([])
  })
})

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, { method, path, params, query, body, reply }) => {
  it('names in its address what it names in its params', () => {
    const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(params?.properties ?? {})).toEqual(named)
  })

  it('is closed: unknown fields are refused', () => {
    for (const object of objectsIn({ params, query, body, reply })) expect(object['additionalProperties']).toBe(false)
  })

  it('asks with the right verb', () => {
    if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined()
    if (method !== 'GET') expect(query).toBeUndefined()
  })

  it('bounds every string and list that comes in', () => {
    const strings: unknown[] = []
    const look = (schema: unknown) => {
      if (typeof schema !== 'object' || schema === null) return
      const { type, maxLength, enum: values, pattern, maxItems } = schema as Record<string, unknown>
      if (type === 'string' && maxLength === undefined && values === undefined && !/\{\d+\}\$$/.test(String(pattern))) strings.push(schema)
      if (type === 'array' && maxItems === undefined) strings.push(schema)
      for (const part of Object.values(schema)) look(part)
    }
    look({ params, query, body })
    expect(strings).toEqual([])
  })
})

describe('facts', () => {
  it('are named once, in the past tense, and each is told to somebody', () => {
    expect(repeated(facts.map(({ name }) => name))).toEqual([])
    for (const { name } of facts) expect(name).toMatch(/^[a-z]+\.(\w+ed|left|shown|written|taken|given|withdrawn)$/)
  })

  it('are told by ids to topics that are about one thing each', () => {
    for (const fact of facts) {
      const ids = Object.keys(fact.body.properties).map((key) => [key, key.endsWith('Id') ? `one-${key}` : 'word'])
      const topics = fact.topics(Object.fromEntries(ids) as never)
      expect(topics.length, fact.name).toBeGreaterThan(0)
      for (const topic of topics)
        expect(topic, fact.name).toMatch(/^(?:(person|team|project|organisation|portfolio|exhibition):one-\1Id|map:one-personId)$/)
    }
  })
})
