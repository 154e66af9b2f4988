import type { Extent } from '@sheber/document/thing'
import { ModelTrouble } from './mesh.ts'
import type { Shot } from './raster.ts'
import type { Asked, Told } from './work.ts'

/** A model takes a second. What takes longer was made to be endless. */
const openMsMax = 30_000

interface Wanted {
  readonly shot: Shot
  readonly done: (picture: ImageData | null) => void
}

/** A model in a worker of its own: whatever is in the file, the board goes on. */
export class Model {
  readonly #worker: Worker
  extent: Extent = [0, 0, 0]
  triangles = 0
  #painting: Wanted | null = null
  /** Only the last wish counts: a hand is quicker than a picture. */
  #next: Wanted | null = null
  #closed = false

  private constructor() {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  }

  /** The bytes are the worker's from now on. @throws {ModelTrouble} */
  static async open(bytes: ArrayBuffer): Promise<Model> {
    const model = new Model()
    try {
      const told = await model.#ask(bytes)
      if (told.told !== 'open') throw new ModelTrouble(told.told === 'trouble' ? told.why : 'broken')
      model.extent = told.extent
      model.triangles = told.triangles
    } catch (why) {
      model.close()
      throw why
    }
    model.#worker.onmessage = ({ data }: MessageEvent<Told>) => model.#heed(data)
    return model
  }

  #ask(bytes: ArrayBuffer): Promise<Told> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new ModelTrouble('slow')), openMsMax)
      const over = (end: () => void) => {
        clearTimeout(late)
        end()
      }
      this.#worker.onmessage = ({ data }: MessageEvent<Told>) => over(() => resolve(data))
      // It did not come over the network, or it died of the model.
      this.#worker.onerror = (event) => {
        event.preventDefault()
        over(() => reject(new ModelTrouble('away')))
      }
      this.#worker.postMessage({ ask: 'open', bytes } satisfies Asked, [bytes])
    })
  }

  /** Null where a later wish has overtaken this one. */
  paint(shot: Shot): Promise<ImageData | null> {
    return new Promise((done) => {
      if (this.#closed) return done(null)
      this.#next?.done(null)
      this.#next = { shot, done }
      this.#go()
    })
  }

  #go() {
    if (this.#painting || !this.#next) return
    this.#painting = this.#next
    this.#next = null
    this.#worker.postMessage({ ask: 'paint', shot: this.#painting.shot } satisfies Asked)
  }

  #heed(told: Told) {
    const wanted = this.#painting
    this.#painting = null
    if (wanted) {
      const { w, h } = wanted.shot
      const whole = told.told === 'paint' && told.pixels.length === Math.round(w) * Math.round(h) * 4
      wanted.done(whole ? new ImageData(told.pixels, Math.round(w), Math.round(h)) : null)
    }
    this.#go()
  }

  close() {
    this.#closed = true
    this.#worker.terminate()
    for (const wanted of [this.#painting, this.#next]) wanted?.done(null)
    this.#painting = this.#next = null
  }
}
