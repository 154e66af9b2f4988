import type { TroubleName } from '../board/model/mesh.ts'
import type ru from './words.ru.ts'

const trouble: Record<TroubleName, string> = {
  broken: 'The model is damaged and cannot be turned. Its picture and its file are still here.',
  empty: 'There is nothing in the model’s file to turn. Its picture is still here.',
  many: 'The model is too large to be turned here. It can be saved.',
  packed: 'The model is compressed in a way that cannot be unpacked here. It can be saved.',
  slow: 'The model is too much for this device. It can be saved.',
  away: 'The model did not come. Check the network and press once more.',
}

export default {
  turn: {
    label: '3D model: turn it',
    hint: 'Arrow keys turn it, plus and minus bring it nearer or farther, 0 brings the first view back, Escape the picture.',
    tools: 'What can be done with the model',
    loading: (percent) => `Fetching the model: ${percent} %`,
    preparing: 'Getting the model ready…',
    reset: 'First view',
    nearer: 'Nearer',
    farther: 'Farther',
    box: 'Measures',
    close: 'Back to the picture',
    angle: (around, above) => `Turned ${around}°, from above ${above}°`,
    trouble,
  },
  screen: {
    pause: 'Pause',
    go: 'Go on',
    full: 'Full screen',
    small: 'Leave full screen',
    away: 'No connection: showing what came before',
    keys: 'Arrows leaf, space pauses, F fills the screen',
  },
} satisfies typeof ru
