import { consent } from '@sheber/contract/consent'
import type { Audience } from '@sheber/contract/portfolio'
import { portfolio } from '@sheber/contract/portfolio'
import type { PersonName } from '@sheber/dev-env/people'
import type { World } from '@sheber/dev-env/world'
import { addRecord, bodyOf, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import * as Y from 'yjs'
import { newId } from '../../../new-id.ts'

export const opened = async (world: World, of: 'person' | 'team' = 'person') => {
  const id = of === 'person' ? world.person('aigerim').id : world.team
  return { portfolioId: (await world.as('aigerim').ask(portfolio.open, { body: { of, id } })).id }
}

export const write = (
  world: World,
  portfolioId: string,
  work: (of: ReturnType<typeof openPortfolio>, trace: { by: string; at: number }) => void,
) =>
  world.services.hub.write(portfolioRoom(portfolioId), { person: null, session: null }, 'import', (doc) =>
    work(openPortfolio(doc), { by: '', at: world.clock.now().getTime() }),
  )

export const paragraph = (words: string, link?: string) => {
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.insert(0, words, link === undefined ? {} : { link: { href: link } })
  element.insert(0, [text])
  return element
}
export const block = (name: string, attributes: Record<string, string>) => {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
export const tell = (world: World, portfolioId: string, id: string, title: string, audience: Audience[], body: Y.XmlElement[] = []) =>
  write(world, portfolioId, (of, trace) => {
    addRecord(of, { id, kind: 'made', title, from: '2026-10-01', audience }, trace)
    bodyOf(of, id)?.insert(0, body)
  })

export const agree = async (world: World, who: PersonName, scope: 'work' | 'name' | 'picture') => {
  const id = newId()
  const params = { personId: world.person(who).id }
  const from = world.clock.now().toISOString().slice(0, 10)
  await world.as('botagoz').ask(consent.record, { params, body: { id, scope, guardian: 'Құпиягүл Ата', from, until: null } })
  return { params: { ...params, consentId: id } }
}
export const withdraw = (world: World, asked: Awaited<ReturnType<typeof agree>>) => world.as('botagoz').ask(consent.withdraw, asked)

export const look = async (world: World, path: string, headers: Record<string, string> = {}) =>
  world.as('guest').send({ method: 'GET', url: path, headers: { 'accept-language': 'ru', ...headers } })
