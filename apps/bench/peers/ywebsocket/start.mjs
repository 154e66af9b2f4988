// The server that y-websocket names today, as it comes: it reads HOST and PORT, and keeps documents in memory only.
import '@y/websocket-server/server'
