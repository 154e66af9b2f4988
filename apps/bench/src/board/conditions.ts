import type { CDPSession } from 'playwright-core'

/** Lighthouse's slow 4G as it is set in the browser: 150 ms and 1.6 Mbit/s, with what its authors found the browser to leave out. */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1_024 * 1_024 * 0.9) / 8,
  uploadThroughput: (750 * 1_024 * 0.9) / 8,
}

export interface Conditions {
  /** How many times slower than this machine. */
  readonly cpuRate: number
  readonly line: 'slow4G' | 'near'
}

/** An old laptop in a village. */
export const far: Conditions = { cpuRate: 4, line: 'slow4G' }

export const setConditions = async (cdp: CDPSession, { cpuRate, line }: Conditions): Promise<void> => {
  await cdp.send('Network.enable')
  if (line === 'slow4G') await cdp.send('Network.emulateNetworkConditions', slow4G)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
}
