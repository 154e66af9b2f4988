import { memoryBus, memoryStorage } from '../src/memory.ts'
import { breakableBus } from '../src/testing/breakable-bus.ts'
import { busSuite } from '../src/testing/bus-suite.ts'
import { storageSuite } from '../src/testing/storage-suite.ts'
import { breath } from '../src/testing/wire.ts'

storageSuite('memory', () => ({ storage: memoryStorage() }))

busSuite('memory', () => {
  const bus = memoryBus()
  return { here: bus, there: bus, arrived: breath }
})

busSuite(
  'memory that can be away',
  () => {
    const { bus, outage } = breakableBus()
    return { here: bus, there: bus, arrived: breath, outage }
  },
  { canBeAway: true },
)
