import { expect, it } from 'vitest'
import { addressOf } from './address.ts'

it.each([
  ['https://data.europa.eu/esco/skill/1', 'https://data.europa.eu/esco/skill/1'],
  [' esco.ec.europa.eu/ru ', 'https://esco.ec.europa.eu/ru'],
  ['https://шебер.қаз/бет', 'https://xn--90ahb8bwb.xn--80ao21a/%D0%B1%D0%B5%D1%82'],
  ['urn:isbn:0451450523', 'urn:isbn:0451450523'],
])('%s may be kept', (written, kept) => expect(addressOf(written)).toBe(kept))

it.each([
  '',
  'nowhere',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://e.org/x',
  'https://',
  'две строки',
  `e.org/${'x'.repeat(1_000)}`,
])('%s is no address', (written) => expect(addressOf(written)).toBeNull())
