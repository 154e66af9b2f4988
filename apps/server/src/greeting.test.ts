import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { addresses, greeting } from './greeting.ts'

const config = (env: Record<string, string>) => readConfig(env, { isRoot: false, cwd: '/' })
const card = { netmask: '', mac: '', cidr: null }
const interfaces = {
  lo: [{ ...card, address: '127.0.0.1', family: 'IPv4' as const, internal: true }],
  wlan0: [
    { ...card, address: '192.168.1.20', family: 'IPv4' as const, internal: false },
    { ...card, address: 'fe80::1', family: 'IPv6' as const, internal: false, scopeid: 2 },
    { ...card, address: '169.254.3.4', family: 'IPv4' as const, internal: false },
  ],
}

it('shows what the class can type', () => {
  expect(addresses(config({}), 3000, interfaces)).toEqual(['http://localhost:3000', 'http://192.168.1.20:3000'])
  expect(addresses(config({ HOST: '127.0.0.1' }), 8080, interfaces)).toEqual(['http://127.0.0.1:8080'])
  expect(addresses(config({ HOST: '::1' }), 8080, interfaces)).toEqual(['http://[::1]:8080'])
  expect(addresses(config({ ORIGIN: 'https://sheber.example.kz' }), 3000, interfaces)).toEqual(['https://sheber.example.kz'])
})

it('says what comes next in three languages', () => {
  const first = greeting(['http://localhost:3000'], { isNew: true })
  expect(first).toMatch(/http:\/\/localhost:3000[\s\S]*орталығыңызды құрыңыз[\s\S]*создайте свой центр[\s\S]*create your centre/)
  expect(greeting(['http://localhost:3000'], { isNew: false })).toMatch(/кіріңіз[\s\S]*войдите[\s\S]*sign in/)
})
