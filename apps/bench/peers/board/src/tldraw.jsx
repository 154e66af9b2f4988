import 'tldraw/tldraw.css'
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createRoot } from 'react-dom/client'
import { Tldraw, createShapeId } from 'tldraw'
import { recordsOf } from './tldraw-records.js'

// Fonts, icons and words come from our own server, as its documentation asks of whoever hosts it.
const assetUrls = getAssetUrls({ baseUrl: '/tldraw' })
// Its own limit is 4,000 things.
const options = { maxShapesPerPage: 20_000 }

const offer = (editor) => {
  const put = (records) => editor.store.mergeRemoteChanges(() => editor.store.put(records))
  window.__bench = {
    ready: true,
    load: (scene) => {
      const records = recordsOf(scene, editor.getCurrentPageId())
      editor.store.mergeRemoteChanges(() => {
        const old = editor.store.allRecords().filter(({ typeName }) => typeName === 'shape' || typeName === 'binding')
        editor.store.remove(old.map(({ id }) => id))
        editor.store.put(records)
      })
    },
    setView: (cx, cy, z) => {
      const { w, h } = editor.getViewportScreenBounds()
      editor.setCamera({ x: w / 2 / z - cx, y: h / 2 / z - cy, z }, { immediate: true, force: true })
    },
    screenOf: (id) => {
      const bounds = editor.getShapePageBounds(createShapeId(id))
      if (!bounds) return null
      const { x, y } = editor.pageToScreen(bounds.center)
      return { x, y, wx: bounds.x, wy: bounds.y }
    },
    select: (ids) => editor.setSelectedShapes(ids.map(createShapeId)),
    apply: (changes) =>
      put(
        changes.flatMap(({ id, dx, dy }) => {
          const shape = editor.getShape(createShapeId(id))
          return shape ? [{ ...shape, x: shape.x + dx, y: shape.y + dy }] : []
        }),
      ),
  }
}

createRoot(document.getElementById('root')).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <Tldraw assetUrls={assetUrls} options={options} onMount={offer} />
  </div>,
)
