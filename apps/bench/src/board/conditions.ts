import type { CDPSession } from 'playwright-core'

/** Lighthouse's slow 4G as it is set in the browser: 150 ms and 1.6 Mbit/s, with what its authors found the browser to leave out. */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1_024 * 1_024 * 0.9) / 8,
  uploadThroughput: (750 * 1_024 * 0.9) / 8,
}

/** How many times slower than this machine. */
const cpuRate = 4

export const setConditions = async (cdp: CDPSession): Promise<void> => {
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow4G)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
}
