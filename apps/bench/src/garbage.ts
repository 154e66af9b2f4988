import { once } from 'node:events'
import { WebSocket } from 'ws'

/**
 * Has a Node process give back what it no longer needs, by its debugger. Otherwise memory is what a start happened to
 * leave behind, and a hundred megabytes of that hide two thousand connections.
 */
export const collectGarbage = async (debuggerUrl: string): Promise<void> => {
  const ws = new WebSocket(debuggerUrl)
  await once(ws, 'open')
  // Twice: what the first one finalised is free for the second.
  for (const id of [1, 2]) {
    ws.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await once(ws, 'message')
  }
  ws.terminate()
}
