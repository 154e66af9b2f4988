import { plain } from '../load/dialect.ts'
import { openPeer } from './peer.ts'
import type { Target } from './target.ts'

export const ywebsocket: Target = {
  name: 'ywebsocket',
  title: 'y-websocket',
  dialect: plain,
  persists: false,
  open: () => openPeer('ywebsocket/start.mjs'),
}
