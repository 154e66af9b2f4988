import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

interface Asked {
  /** Absent: all of them. */
  readonly rules?: readonly string[]
  /** A selector; absent: the whole page. */
  readonly within?: string
}

/** A colour on its way from one to another is neither. What turns for ever is not waited for. */
const atRest = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() =>
        document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity),
      ),
    )
    .toBe(false)

// Our pages have no frames, for which axe would open a blank page each time.
const analyse = async (page: Page, { rules, within }: Asked) => {
  await atRest(page)
  // Of the hundreds of things that are well nobody reads where they are, nor needs to be told.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules) axe.withRules([...rules])
  if (within) axe.include(within)
  return (await axe.analyze()).violations
}

type Violation = Awaited<ReturnType<typeof analyse>>[number]

/** In words that lead to it. */
const told = ({ id, nodes }: Violation) =>
  `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`

/** All that axe finds. */
export const findings = async (page: Page, asked: Asked = {}): Promise<string[]> => (await analyse(page, asked)).map(told)

/** What of it is serious or critical. */
export const graveFindings = async (page: Page, asked: Asked = {}): Promise<string[]> =>
  (await analyse(page, asked)).filter(({ impact }) => impact === 'serious' || impact === 'critical').map(told)

export const expectAccessible = async (page: Page) => expect(await findings(page)).toEqual([])
