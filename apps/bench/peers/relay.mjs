import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

// The least that could be called a server: what one says, the others in the room hear. No Yjs, no memory.
const rooms = new Map()
const server = createServer((_request, response) => response.end('ok\n'))
new WebSocketServer({ server }).on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (frame) => room.forEach((other) => other !== socket && other.send(frame)))
  socket.on('close', () => room.delete(socket))
})
server.listen(Number(process.env.PORT), process.env.HOST)
