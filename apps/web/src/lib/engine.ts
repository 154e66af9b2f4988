import { connectRoom, type Connection } from '@sheber/sync/client'
import { indexedDbStore } from '@sheber/sync/indexeddb'
import { browserTabs } from '@sheber/sync/tabs'
import { fallingBack } from '@sheber/sync/transport'
import { Doc } from 'yjs'
import type { Asked } from './room.svelte.ts'

/** After what is waiting to be done already. A page that nobody sees would wait a second for it. */
const soon = (read: () => void): void => {
  if (document.hidden) read()
  else setTimeout(read)
}

/** All that a document needs in a browser, in one piece: what is imported by name leaves the rest of Yjs at home. */
export const connect = ({ name, person, schema }: Asked): Connection => {
  const tabs = browserTabs()
  return connectRoom({
    url: `${location.origin.replace(/^http/, 'ws')}/sync`,
    room: name,
    doc: new Doc(),
    store: indexedDbStore(person.id),
    tabs: tabs && { person: person.id, tabs },
    person: person.id,
    schema,
    soon,
    WebSocketPolyfill: fallingBack(),
  })
}
