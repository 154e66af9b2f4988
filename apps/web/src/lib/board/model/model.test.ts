import { firstView, type View } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import { labelsOf, lensOf, nearer, seenAt, turnedBy } from './camera.ts'
import { coarser } from './coarse.ts'
import { turnedByKey } from './hand.ts'
import { inMillimetres, saySide, saySize } from './measure.ts'
import { meshOf, trianglesMax, type Mesh } from './mesh.ts'
import { binaryStl, boxTriangles, colouredGlb, glbOf, texturedGlb, writtenStl } from './sample.ts'
import { paintModel } from './raster.ts'
import { sizeOf, type Unpack } from './skin.ts'
import { begin } from './work.ts'

/** The head of a PNG of so many pixels: nothing but a browser unpacks the rest. */
const pngOf = (w: number, h: number) => {
  const bytes = new Uint8Array(40)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x89504e47)
  view.setUint32(16, w)
  view.setUint32(20, h)
  return bytes
}
const png = pngOf(64, 64)
/** Red on the left, green on the right. */
const halves: Unpack = async (_, { w, h }) => {
  const pixels = new Uint8ClampedArray(w * h * 4)
  for (let at = 0; at < w * h; at++) pixels.set(at % w < w / 2 ? [255, 0, 0, 255] : [0, 255, 0, 255], at * 4)
  return pixels
}

const opened = (bytes: Uint8Array<ArrayBuffer>) => begin()({ ask: 'open', bytes: bytes.buffer })
const box = boxTriangles(20, 10, 5)

describe('a model is read', () => {
  it.each([
    ['binary', binaryStl(box)],
    ['written', writtenStl(box)],
  ])('from a %s STL, in its own numbers', async (_, bytes) => {
    expect(await opened(bytes)).toEqual({ told: 'open', extent: [20, 10, 5], triangles: 12 })
  })

  it('from a GLB, whose y is our z, with every part in its place', async () => {
    const told = await opened(colouredGlb())
    expect(told).toMatchObject({ told: 'open', triangles: 24 })
    const { extent } = told as { extent: readonly number[] }
    expect(extent.map((side) => Math.round(side * 1000))).toEqual([200, 100, 100])
  })

  it('without what is nowhere', async () => {
    const bytes = binaryStl([
      ...box,
      [
        [NaN, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      [
        [0, 0, 0],
        [Infinity, 0, 0],
        [0, 3e38, 0],
      ],
    ])
    expect(await opened(bytes)).toEqual({ told: 'open', extent: [20, 10, 5], triangles: 12 })
  })
})

describe('a model is refused in words', () => {
  const json = {
    asset: { version: '2.0' },
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  }
  const told = (more: object, binary?: Uint8Array) => glbOf({ ...json, ...more }, binary)
  const accessor = (more: object) => ({
    buffers: [{ byteLength: 36 }],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', ...more }],
  })
  const cut = colouredGlb().slice(0, 500)

  it.each([
    ['none at all', binaryStl([]), 'empty'],
    [
      'one point',
      binaryStl([
        [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ],
      ]),
      'empty',
    ],
    [
      'nothing but no numbers',
      binaryStl([
        [
          [NaN, NaN, NaN],
          [NaN, NaN, NaN],
          [NaN, NaN, NaN],
        ],
      ]),
      'broken',
    ],
    ['two corners', new TextEncoder().encode('solid a\nfacet normal 0 0 1\nvertex 0 0 0\nvertex 1 0 0\nendsolid'), 'broken'],
    ['words in place of numbers', new TextEncoder().encode(`solid a\n${'vertex ә б в\n'.repeat(3)}endsolid`), 'broken'],
    ['an empty scene', told({ scenes: [{ nodes: [] }] }), 'empty'],
    ['no JSON', cut, 'broken'],
    ['packed by Draco', told({ extensionsRequired: ['KHR_draco_mesh_compression'] }), 'packed'],
    ['packed by meshopt', told({ extensionsUsed: ['EXT_meshopt_compression'] }), 'packed'],
    ['an accessor of two thousand million', told(accessor({ count: 2_000_000_000 }), new Uint8Array(36)), 'broken'],
    ['an accessor that begins beyond the end', told(accessor({ byteOffset: 4_000_000_000 }), new Uint8Array(36)), 'broken'],
    ['an accessor of no kind', told(accessor({ componentType: 1 }), new Uint8Array(36)), 'broken'],
    ['an accessor to nowhere', told({ accessors: [] }), 'broken'],
    ['a node within itself', told({ nodes: [{ children: [0] }] }), 'broken'],
    ['a number of scenes that is a word', told({ scene: 'constructor' }), 'broken'],
    ['bytes that lie elsewhere', told({ ...accessor({}), buffers: [{ uri: 'https://evil.example/x', byteLength: 36 }] }), 'broken'],
  ])('%s', async (_, bytes, why) => expect(await opened(bytes as Uint8Array<ArrayBuffer>)).toEqual({ told: 'trouble', why }))

  it('a million and one', async () => {
    const lying = new Uint8Array(84 + 50 * (trianglesMax + 1))
    new DataView(lying.buffer).setUint32(80, trianglesMax + 1, true)
    expect(await opened(lying)).toEqual({ told: 'trouble', why: 'many' })
  })

  it('whatever bytes there are, in one breath', async () => {
    let seed = 7
    const next = () => (seed = (seed * 16_807) % 2_147_483_647)
    for (let round = 0; round < 300; round++) {
      const bytes = round % 2 === 0 ? colouredGlb() : texturedGlb(png)
      for (let i = 0; i < 1 + (round % 9); i++) bytes[12 + (next() % (bytes.length - 12))] = next() & 255
      expect(['open', 'trouble']).toContain((await begin(halves)({ ask: 'open', bytes: bytes.buffer })).told)
    }
  })
})

const cube = (): Mesh => meshOf({ corners: Float32Array.from(boxTriangles(10, 10, 10).flat(2)), colours: null })
const shot = { w: 80, h: 60, fine: false, net: false, box: false }
const pixel = (pixels: Uint8ClampedArray, x: number, y: number, w = 80) => [...pixels.subarray((y * w + x) * 4, (y * w + x) * 4 + 4)]

describe('a model is painted', () => {
  it('in the middle, and nothing where it is not', () => {
    const pixels = paintModel(cube(), { ...shot, view: firstView })
    expect(pixel(pixels, 40, 30)[3]).toBe(255)
    expect(pixel(pixels, 1, 1)).toEqual([0, 0, 0, 0])
  })

  it('finely, in as many pixels, with edges that are half there', () => {
    const pixels = paintModel(cube(), { ...shot, view: firstView, fine: true })
    expect(pixels.length).toBe(80 * 60 * 4)
    const covers = new Set(Array.from({ length: 80 * 60 }, (_, i) => pixels[i * 4 + 3]))
    expect([...covers].some((cover) => cover !== undefined && cover > 0 && cover < 255)).toBe(true)
  })

  it('what is nearer hides what is behind, from every side', () => {
    // Red in front, green behind it: two sheets.
    const sheet = (y: number) => [-5, y, -5, 5, y, -5, 0, y, 5]
    const mesh = meshOf({ corners: Float32Array.from([...sheet(-1), ...sheet(1)]), colours: Uint8Array.from([200, 0, 0, 0, 200, 0]) })
    const [front, back] = ([0, 180] as const).map((around) => pixel(paintModel(mesh, { ...shot, view: [around, 0, 1] }), 40, 34))
    expect([front?.[1], back?.[0]]).toEqual([0, 0])
    expect([front?.[0], back?.[1]].every((light) => (light ?? 0) > 60)).toBe(true)
  })

  it('another way from another side, with its net and its box', () => {
    const one = paintModel(cube(), { ...shot, view: firstView })
    for (const other of [{ view: [60, 10, 1] as View }, { net: true }, { box: true }]) {
      expect(paintModel(cube(), { ...shot, view: firstView, ...other })).not.toEqual(one)
    }
  })

  it('with fewer triangles for a hand that turns it', () => {
    const corners: number[] = []
    for (let i = 0; i < 300; i++) {
      for (let j = 0; j < 300; j++) corners.push(i, j, 0, i + 1, j, 0, i, j + 1, Math.sin(i / 20) * 9)
    }
    const mesh = meshOf({ corners: Float32Array.from(corners), colours: new Uint8Array(90_000 * 3).fill(9) })
    const fewer = coarser(mesh)
    expect(fewer.triangles).toBeGreaterThan(1_000)
    expect(fewer.triangles).toBeLessThan(20_000)
    expect([fewer.corners.length, fewer.colours?.length]).toEqual([fewer.triangles * 9, fewer.triangles * 3])
  })
})

describe('a picture upon a model', () => {
  const painted = async (bytes: Uint8Array<ArrayBuffer>, unpack: Unpack, view: View = [0, 90, 1]) => {
    const answer = begin(unpack)
    await answer({ ask: 'open', bytes: bytes.buffer })
    const told = await answer({ ask: 'paint', shot: { ...shot, view } })
    if (told.told !== 'paint') return expect.unreachable()
    return [30, 50].map((x) => pixel(told.pixels, x, 30).map((light) => (light > 60 ? 1 : 0)))
  }
  const [red, green, white] = [
    [1, 0, 0, 1],
    [0, 1, 0, 1],
    [1, 1, 1, 1],
  ]

  it('lies upon it where the file says', async () => {
    expect(await painted(texturedGlb(png), halves, [0, 0, 1])).toEqual([red, green])
  })

  it('goes round with it, and stays where it is under fewer triangles', async () => {
    expect(await painted(texturedGlb(png), halves, [180, 0, 1])).toEqual([green, red])
  })

  it('is let go where the device cannot, where it lies about itself, and where it would fill the memory', async () => {
    const never: Unpack = async () => expect.unreachable()
    expect(await painted(texturedGlb(png), async () => null, [0, 0, 1])).toEqual([white, white])
    expect(await painted(texturedGlb(png), () => Promise.reject(new Error('no picture')), [0, 0, 1])).toEqual([white, white])
    expect(await painted(texturedGlb(png), async () => new Uint8ClampedArray(7), [0, 0, 1])).toEqual([white, white])
    for (const lie of [pngOf(60_000, 60_000), pngOf(0, 9), new Uint8Array(64)])
      expect(await painted(texturedGlb(lie), never, [0, 0, 1])).toEqual([white, white])
  })

  it('says how large it is before it is unpacked', () => {
    expect(sizeOf({ bytes: pngOf(640, 480), type: 'image/png' })).toEqual({ w: 640, h: 480 })
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc2, 0, 17, 8, 1, 0xe0, 2, 0x80, 3, 0, 0])
    expect(sizeOf({ bytes: jpeg, type: 'image/jpeg' })).toEqual({ w: 640, h: 480 })
    expect(sizeOf({ bytes: jpeg, type: 'image/png' })).toBeNull()
    expect(sizeOf({ bytes: jpeg.slice(0, 9), type: 'image/jpeg' })).toBeNull()
  })

  it('has holes where its material says so, and there only', async () => {
    const clear: Unpack = async (_, { w, h }) => new Uint8ClampedArray(w * h * 4)
    const seen = async (material: object) => {
      const answer = begin(clear)
      await answer({ ask: 'open', bytes: texturedGlb(png, material).buffer })
      const told = await answer({ ask: 'paint', shot: { ...shot, view: [0, 0, 1] } })
      return told.told === 'paint' ? pixel(told.pixels, 30, 30) : null
    }
    expect(await seen({ alphaMode: 'MASK' })).toEqual([0, 0, 0, 0])
    expect(await seen({})).toEqual([0, 0, 0, 255])
  })
})

describe('a view', () => {
  it('follows the hand and stays within reason', () => {
    expect(turnedBy([350, 80, 1], 20, 20)).toEqual([10, 90, 1])
    expect(nearer([0, 0, 19], 2)).toEqual([0, 0, 20])
    expect(turnedByKey({ key: 'ArrowRight', shiftKey: false }, [0, 0, 1], firstView)).toEqual([15, 0, 1])
    expect(turnedByKey({ key: '0', shiftKey: false }, [0, 0, 1], firstView)).toBe(firstView)
    expect(turnedByKey({ key: 'x', shiftKey: false }, [0, 0, 1], firstView)).toBeNull()
  })

  it('shows what is on the right to the right, what is on top above, and what is in front goes with the hand', () => {
    const at = (point: [number, number, number], view: View) => seenAt(point, lensOf(view, 17, 100, 100), 100, 100)
    expect(at([5, 0, 0], [0, 0, 1]).x).toBeGreaterThan(50)
    expect(at([0, 0, 5], [0, 0, 1]).y).toBeLessThan(50)
    expect(at([0, -5, 0], turnedBy([0, 0, 1], 20, 0)).x).toBeGreaterThan(50)
    expect(at([0, -5, 0], turnedBy([0, 0, 1], 0, 20)).y).toBeGreaterThan(50)
  })

  it('has its measures within the picture', () => {
    for (const { x, y } of labelsOf(firstView, [20, 10, 5], 320, 240)) {
      expect([x > 0 && x < 320, y > 0 && y < 240]).toEqual([true, true])
    }
  })
})

describe('a measure', () => {
  it('is said in millimetres, whatever the file means', () => {
    expect(inMillimetres([1, 2, 3], 'inch').map((mm) => Math.round(mm * 10) / 10)).toEqual([25.4, 50.8, 76.2])
    expect(saySize([20, 20, 12.5], 'mm', 'ru')).toBe('20 × 20 × 12,5 мм')
    expect(saySize([0.2, 0.1, 0.1], 'm', 'en')).toBe('200 × 100 × 100 mm')
    expect(saySide(25.4, 'kk')).toBe('25,4 мм')
  })
})
