import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { far, setConditions, type Conditions } from './conditions.ts'
import { installProbe } from './probe.ts'
import { screen } from './view.ts'
import { startScales } from './weight.ts'

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Nobody is measured by the answers of a third host.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export interface Visit extends AsyncDisposable {
  readonly browser: Browser
  readonly page: Page
  readonly cdp: CDPSession
  /** What has come by now. */
  readonly weigh: ReturnType<typeof startScales>
}

interface Particulars {
  readonly viewport: { readonly width: number; readonly height: number }
  /** What else is set before the address is asked for. */
  readonly prepare: (cdp: CDPSession, page: Page) => Promise<unknown>
  /** Scripts that are not weighed. */
  readonly isOurs: (url: string) => boolean
}

/** A browser that has never been here, on a slow machine and a slow line if nothing else is said; `enter` signs in, and answers the address to visit. */
export const openVisit = async (
  enter: (context: BrowserContext) => Promise<string>,
  conditions: Conditions = far,
  { viewport = screen, prepare, isOurs }: Partial<Particulars> = {},
): Promise<Visit> => {
  const browser = await chromium.launch({ executablePath: program, args })
  try {
    const context = await browser.newContext({ viewport, locale: 'ru-RU', timezoneId: 'Asia/Almaty' })
    const address = await enter(context)
    const page = await context.newPage()
    await page.addInitScript(installProbe)
    const cdp = await context.newCDPSession(page)
    await setConditions(cdp, conditions)
    const weigh = startScales(cdp, isOurs)
    await prepare?.(cdp, page)
    await page.goto(address, { waitUntil: 'commit', timeout: 60_000 })
    return { browser, page, cdp, weigh, [Symbol.asyncDispose]: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}
