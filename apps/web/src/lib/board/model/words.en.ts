import type { Unit } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'
import type { TroubleName } from './mesh.ts'
import type ru from './words.ru.ts'

const count = counter('en')

const units: Record<Unit, string> = { mm: 'mm', cm: 'cm', m: 'm', inch: 'inches' }

const trouble: Record<TroubleName, string> = {
  broken: 'The model is damaged: the file is not what it says it is. Save it again.',
  empty: 'There is not one triangle in the model. Save it again.',
  many: 'The model has too many triangles, up to 1,000,000 are possible. Save it with fewer.',
  packed: 'The model is compressed (Draco or meshopt), and the board cannot unpack it. Save the GLB without compression.',
  slow: 'The model is too much for this device. Save it with fewer triangles.',
  away: 'The model did not come. Check the network and open it again.',
}

export default {
  label: (name) => `3D model: ${name}`,
  hint: 'Arrow keys turn it, plus and minus bring it nearer or farther, 0 brings the first view back, Escape closes it.',
  tools: 'What can be done with the model',
  loading: (percent) => `Fetching the model: ${percent} %`,
  preparing: 'Getting the model ready…',
  reset: 'First view',
  nearer: 'Nearer',
  farther: 'Farther',
  box: 'Measures',
  net: 'Triangles',
  done: 'Done',
  unit: 'Unit of the file',
  units,
  triangles: (n) => count(n, { one: '# triangle', other: '# triangles' }),
  angle: (around, above) => `Turned ${around}°, from above ${above}°`,
  trouble,
} satisfies typeof ru
