import { memoryBus, memoryStorage } from '../src/memory.ts'
import { busSuite } from '../src/testing/bus-suite.ts'
import { storageSuite } from '../src/testing/storage-suite.ts'
import { breath } from '../src/testing/wire.ts'

storageSuite('memory', () => ({ storage: memoryStorage() }))

busSuite('memory', () => {
  const bus = memoryBus()
  return { here: bus, there: bus, arrived: breath }
})
