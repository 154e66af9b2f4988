import { deaf } from '../load/dialect.ts'
import { openPeer } from './peer.ts'
import type { Target } from './target.ts'

export const relay: Target = { name: 'relay', title: 'bare relay', dialect: deaf, persists: false, open: () => openPeer('relay.mjs') }
