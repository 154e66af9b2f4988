import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'build',
    // Each peer is a page of its own, as if the other were not there.
    rolldownOptions: { input: ['excalidraw.html', 'tldraw.html'] },
  },
})
