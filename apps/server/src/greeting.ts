import { networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

/** Addresses to type into a browser: this computer first, then those that the class can use. */
export const addresses = ({ host, origin }: Config, port: number, interfaces = networkInterfaces()): string[] => {
  if (origin) return [origin]
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const outside = Object.values(interfaces)
    .flatMap((found) => found ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => `http://${address}:${port}`)
  return [`http://localhost:${port}`, ...new Set(outside)]
}

/** The block that ends a start: where to go and what to do there. */
export const greeting = (open: readonly string[], { isNew }: { isNew: boolean }): string => {
  const [first = '', ...others] = open
  const next = isNew
    ? {
        kk: 'Осы мекенжайды браузерде ашып, орталығыңызды құрыңыз немесе демо-орталықты аралаңыз.',
        ru: 'Откройте этот адрес в браузере: создайте свой центр или посмотрите демонстрационный.',
        en: 'Open this address in a browser: create your centre, or look around the demo one.',
      }
    : {
        kk: 'Осы мекенжайды браузерде ашып, жүйеге кіріңіз.',
        ru: 'Откройте этот адрес в браузере и войдите.',
        en: 'Open this address in a browser and sign in.',
      }
  return [
    '',
    `  Sheber   ${first}`,
    ...others.map((address) => `           ${address}`),
    '',
    `  ${next.kk}`,
    `  ${next.ru}`,
    `  ${next.en}`,
    '',
    '  Тоқтату · Остановить · Stop:  Ctrl+C',
    '',
  ].join('\n')
}
