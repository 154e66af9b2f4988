import '@excalidraw/excalidraw/index.css'
import { CaptureUpdateAction, Excalidraw, newElementWith, restoreElements, sceneCoordsToViewportCoords } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'
import { elementsOf, textIdOf } from './excalidraw-elements.js'

// Fonts come from our own server, as its documentation asks of whoever hosts it.
window.EXCALIDRAW_ASSET_PATH = '/excalidraw/'

// As its own wheel does it: while one zooms, what is drawn already is stretched, and drawn anew at rest.
const restMs = 300

const offer = (api) => {
  let resting
  const sharpen = () => api.updateScene({ appState: { shouldCacheIgnoreZoom: false }, captureUpdate: CaptureUpdateAction.NEVER })
  window.__bench = {
    // What is given to it while it reads its first scene would be written over.
    ready: new Promise((resolve) => {
      const look = () => (api.getAppState().isLoading ? requestAnimationFrame(look) : resolve(true))
      look()
    }),
    load: (scene) => api.updateScene({ elements: restoreElements(elementsOf(scene), null), captureUpdate: CaptureUpdateAction.NEVER }),
    setView: (cx, cy, zoom) => {
      const { width, height, zoom: before } = api.getAppState()
      const appState = { scrollX: width / 2 / zoom - cx, scrollY: height / 2 / zoom - cy, zoom: { value: zoom } }
      if (zoom !== before.value) {
        appState.shouldCacheIgnoreZoom = true
        clearTimeout(resting)
        resting = setTimeout(sharpen, restMs)
      }
      api.updateScene({ appState, captureUpdate: CaptureUpdateAction.NEVER })
    },
    screenOf: (id) => {
      const element = api.getSceneElements().find((one) => one.id === id)
      if (!element) return null
      const middle = { sceneX: element.x + element.width / 2, sceneY: element.y + element.height / 2 }
      return { ...sceneCoordsToViewportCoords(middle, api.getAppState()), wx: element.x, wy: element.y }
    },
    select: (ids) =>
      api.updateScene({
        appState: { selectedElementIds: Object.fromEntries(ids.map((id) => [id, true])) },
        captureUpdate: CaptureUpdateAction.NEVER,
      }),
    // A note's text moves with it; the arrows stay, which spares it their calculation.
    apply: (changes) => {
      const moves = new Map(changes.flatMap((change) => [change.id, textIdOf(change.id)].map((id) => [id, change])))
      const moved = ({ x, y }, { dx, dy }) => ({ x: x + dx, y: y + dy })
      const elements = api.getSceneElementsIncludingDeleted().map((element) => {
        const change = moves.get(element.id)
        return change ? newElementWith(element, moved(element, change)) : element
      })
      api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER })
    },
  }
}

createRoot(document.getElementById('root')).render(<Excalidraw excalidrawAPI={offer} />)
