import { expect, it } from 'vitest'
import { deedOn } from './deed.ts'

it.each([
  ['https://sheber.example/centre/s/acceptance', '?/accept'],
  ['https://sheber.example/centre/s/acceptance?of=waiting&name=%D0%90%D0%B9', '?/accept&of=waiting&name=%D0%90%D0%B9'],
  // Without JavaScript the page that answers has the deed before it in its address.
  ['https://sheber.example/centre/s/acceptance?/withdraw&of=waiting', '?/accept&of=waiting'],
])('a deed on %s is sent to %s', (url, action) => expect(deedOn(new URL(url), 'accept')).toBe(action))
