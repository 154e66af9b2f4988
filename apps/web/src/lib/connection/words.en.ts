import common from '../common/words.en.ts'
import { counter } from '../words/plural.ts'
import type { Step, Verdict } from './facts.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const seconds = (n: number) => count(n, { one: '# second', other: '# seconds' })
const minutes = (n: number) => count(n, { one: '# minute', other: '# minutes' })

const step: Record<Step, string> = {
  http: 'The server answers',
  cookie: 'Cookies come back to the server',
  upgrade: 'A WebSocket opens',
  frames: 'The WebSocket carries both ways and stands for half a minute',
  news: 'News arrive (socket.io)',
  fallback: 'The other way: plain requests',
  clock: 'The clock of this device',
}

const verdict: Record<Verdict, string> = {
  going: 'Checking. This takes about a minute.',
  well: 'The connection is fine: everything Sheber needs gets through.',
  away: 'The server did not answer even a plain request. Check the internet; if there is one, the server cannot be reached from this network.',
  stripped:
    'The request for a WebSocket reached the server without its Upgrade header. Something between this device and the server takes it out: the filter of the school, or the proxy in front of Sheber.',
  unseen:
    'The request for a WebSocket did not reach the server, although plain requests do. Something between this device and the server stops it: the filter of the school, or the proxy in front of Sheber.',
  unheard: 'The request for a WebSocket reached the server whole, but the answer did not come back. Something on the way back stops it.',
  unclear: 'The WebSocket did not open, and the server could not be asked what had reached it. Check once more.',
  mute: 'The WebSocket opens, but what is said does not come back: something on the way lets no data through.',
  cut: 'The WebSocket opens and works, but breaks in silence: something on the way closes connections that say nothing.',
  partly: 'The WebSocket is fine. What else is in the way is told below.',
}

export default {
  title: common.checkConnection,
  lead: 'This page tries everything a board needs and tells what gets through between this device and the server.',
  again: 'Check again',
  step,
  mark: { going: 'checking', good: 'fine', bad: 'did not pass', skipped: 'not checked' },
  verdict,
  works: 'The board will work by plain requests. Changes are seen a little later; saving is the same.',
  worksNot: 'Plain requests with data do not get through either: the board stays on this device until the connection is mended.',
  said: {
    ms: (n: number) => `${n} ms`,
    guest: 'You are not signed in; a cookie was tried for the check.',
    noCookie: 'The cookie of this check did not come back. Allow cookies for this site: nobody can sign in without.',
    noSignIn: 'You are signed in, but the cookie of the sign-in did not reach the server.',
    signIn: 'The cookie of the sign-in came back too.',
    closedAfter: (ms: number) => `Did not open within ${ms} ms.`,
    stood: (s: number) => `Stood for ${seconds(s)}.`,
    cutAfter: (s: number) => `Broke within ${seconds(s)}.`,
    noEcho: 'What was said did not come back.',
    byBoth: 'By WebSocket and by plain requests.',
    bySocket: 'By WebSocket only.',
    byRequest: 'By plain requests only.',
    byNeither: 'Neither by WebSocket nor by plain requests.',
    echoed: 'Bytes reached the server and came back.',
    notEchoed: 'The bytes did not come back.',
    clockFine: 'Agrees with the server to within two minutes.',
    ahead: (n: number) => `Is ${minutes(n)} ahead.`,
    behind: (n: number) => `Is ${minutes(n)} behind.`,
  },
  technician: {
    title: 'For the technician',
    why: 'This text can be copied and sent. There is no name and no cookie in it.',
    label: 'Report of the check',
    copy: 'Copy',
    copied: 'Copied.',
    address: 'Address',
    time: 'Time',
    browser: 'Browser',
    result: 'Result',
    hops: 'Headers of a plain request, as the server saw them',
    upgradeHops: 'Headers of the request for a WebSocket, as the server saw them',
    none: 'none of the usual ones',
    advice:
      'Needed: let the headers Upgrade and Connection pass for /sync/ and /events/, and do not close silent connections before 60 seconds. Where there are several servers of Sheber, another of them may have seen the request.',
  },
} satisfies typeof ru
