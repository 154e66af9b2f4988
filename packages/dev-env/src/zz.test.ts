import { createWorld } from '@sheber/dev-env/world'
import { createDatabase } from '@sheber/dev-env/database'
import { it } from 'vitest'
const t = async (name: string, n: number, f: () => Promise<unknown>) => {
  const c = process.cpuUsage(), a = performance.now()
  for (let i = 0; i < n; i++) await f()
  const d = process.cpuUsage(c)
  console.error(name, ((performance.now() - a) / n).toFixed(0), 'ms wall', ((d.user + d.system) / 1000 / n).toFixed(0), 'ms cpu')
}
it('x', async () => {
  await t('first world', 1, async () => { await using _ = await createWorld() })
  await t('database', 10, async () => { await using _ = await createDatabase() })
  await t('world', 10, async () => { await using _ = await createWorld() })
  await t('empty', 10, async () => { await using _ = await createWorld({ empty: true }) })
}, 120_000)
