import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '@sheber/contract/ids'
import type { Services } from '../../services.ts'
import { cookieForm } from './session.store.ts'

const yearSeconds = 31_536_000

/** Marks the browser, not the person: wrong tries are counted by it. Given with the first page, so that it is there before the first try. */
export const markDevice = (request: FastifyRequest, reply: FastifyReply, { config, newId }: Services) => {
  if (idPattern.test(request.cookies['device'] ?? '')) return
  reply.setCookie('device', newId(), { ...cookieForm(config), maxAge: yearSeconds })
}

/** A browser that keeps no cookie shares its count with the others of its kind behind the same address. */
export const deviceOf = (request: FastifyRequest): string => {
  const mark = request.cookies['device'] ?? ''
  const sign = idPattern.test(mark) ? mark : `address ${request.ip}`
  return createHash('sha256').update(sign).digest('hex').slice(0, 20)
}

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['YaBrowser', 'Yandex'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** Coarse on purpose: enough to recognise one's own laptop by, too little to follow anybody. */
export const deviceWord = (agent: string | undefined): string => {
  const named = (words: typeof browsers | typeof systems) => words.find(([sign]) => agent?.includes(sign))?.[1]
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(', ')
}
