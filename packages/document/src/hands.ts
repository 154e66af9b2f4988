import * as Y from 'yjs'

/**
 * Clients of Yjs whose writing is alive anywhere within a shared type, with whoever made it. The log knows whose hand each
 * of them is (`room_client`), so this tells the authors of what stands there, whatever the document itself says of them.
 */
export const clientsIn = (type: unknown, found: Set<number> = new Set()): Set<number> => {
  if (!(type instanceof Y.AbstractType)) return found
  const { _item: own, _map: keys, _start: first } = type as Y.AbstractType<unknown>
  if (own) found.add(own.id.client)
  const heed = (item: Y.Item | null) => {
    if (!item || item.deleted) return
    found.add(item.id.client)
    if (item.content instanceof Y.ContentType) clientsIn(item.content.type, found)
  }
  for (const item of keys.values()) heed(item)
  for (let item = first; item; item = item.right) heed(item)
  return found
}
