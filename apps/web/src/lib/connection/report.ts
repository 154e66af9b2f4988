import type { Words } from '#lib/words/words.ts'
import { clockMsMax, markOf, steps, verdictOf, type Facts, type Hops, type Step } from './facts.ts'

type Text = Words['connection']

const secondsOf = (ms: number) => Math.round(ms / 1_000)

/** What was seen at one step, in words; empty while nothing was. */
export const said = (step: Step, facts: Facts, w: Text): string => {
  const { http, cookie, upgrade, frames, news, fallback, clock } = facts
  switch (step) {
    case 'http':
      return http?.answered ? w.said.ms(http.ms) : ''
    case 'cookie':
      if (!cookie) return ''
      if (!cookie.back) return w.said.noCookie
      return cookie.signIn === null ? w.said.guest : cookie.signIn ? w.said.signIn : w.said.noSignIn
    case 'upgrade':
      return upgrade ? (upgrade.opened ? w.said.ms(upgrade.ms) : w.said.closedAfter(upgrade.ms)) : ''
    case 'frames':
      if (!frames) return ''
      if (!frames.first) return w.said.noEcho
      return frames.last ? w.said.stood(secondsOf(frames.stoodMs)) : w.said.cutAfter(secondsOf(frames.stoodMs))
    case 'news':
      if (!news) return ''
      if (news.websocket) return news.polling ? w.said.byBoth : w.said.bySocket
      return news.polling ? w.said.byRequest : w.said.byNeither
    case 'fallback':
      return fallback ? (fallback.answered ? w.said.echoed : w.said.notEchoed) : ''
    case 'clock': {
      if (!clock) return ''
      const off = Math.round(Math.abs(clock.aheadMs) / 60_000)
      if (Math.abs(clock.aheadMs) <= clockMsMax) return w.said.clockFine
      return clock.aheadMs > 0 ? w.said.ahead(off) : w.said.behind(off)
    }
  }
}

const linesOf = (hops: Hops, none: string) => {
  const lines = Object.entries(hops).map(([name, value]) => `  ${name}: ${value}`)
  return lines.length > 0 ? lines : [`  ${none}`]
}

/** The whole of it as plain text, for whoever looks after the network. */
export const report = (facts: Facts, w: Text, at: { address: string; time: string; browser: string }): string => {
  const { technician: t } = w
  return [
    `Sheber · ${w.title}`,
    `${t.address}: ${at.address}`,
    `${t.time}: ${at.time}`,
    `${t.browser}: ${at.browser}`,
    '',
    ...steps.map((step) => `[${w.mark[markOf(step, facts)]}] ${w.step[step]}. ${said(step, facts, w)}`.trim()),
    '',
    `${t.result}: ${w.verdict[verdictOf(facts)]}`,
    '',
    `${t.hops}:`,
    ...linesOf(facts.hops ?? {}, t.none),
    ...(facts.upgrade ? [`${t.upgradeHops}:`, ...linesOf(facts.upgrade.hops, t.none)] : []),
    '',
    t.advice,
  ].join('\n')
}
