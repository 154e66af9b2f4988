import { placed, still, times, type Matrix } from './matrix.ts'
import { ModelTrouble, trianglesMax, type Soup } from './mesh.ts'
import { texturesMax, type Wrap, type Wrapping } from './skin.ts'

/**
 * glTF 2.0 in its binary form: corners, colours, the pictures of its base colour, and where its parts stand. Other pictures, bones
 * and lights are passed over.
 * Every number in it is somebody else's: none is believed before it was held against the bytes that are there.
 */

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const plain = (value: unknown): Plain => (isPlain(value) ? value : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const whole = (value: unknown): number => (Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : -1)
const broken = (): never => {
  throw new ModelTrouble('broken')
}

const jsonChunk = 0x4e4f534a
const binaryChunk = 0x004e4942
const nodesMax = 20_000
const depthMax = 64
/** What only a large program of its own unpacks. */
const packed = /^(KHR_draco_mesh_compression|(EXT|KHR)_meshopt_compression)$/

interface Container {
  readonly json: Plain
  readonly bytes: DataView
}

const open = (bytes: Uint8Array): Container => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = new Map<number, Uint8Array>()
  for (let at = 12; at + 8 <= view.byteLength;) {
    const [length, kind] = [view.getUint32(at, true), view.getUint32(at + 4, true)]
    if (at + 8 + length > view.byteLength) broken()
    if (!chunks.has(kind)) chunks.set(kind, bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length
  }
  const binary = chunks.get(binaryChunk) ?? new Uint8Array()
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(chunks.get(jsonChunk)))
    return { json: plain(json), bytes: new DataView(binary.buffer, binary.byteOffset, binary.byteLength) }
  } catch {
    return broken()
  }
}

/** One number of an accessor: which element, which of its parts. */
type Read = (element: number, part: number) => number
interface Accessor {
  readonly count: number
  readonly parts: number
  readonly read: Read
}

const widths: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 }
interface Number_ {
  readonly bytes: number
  /** What stands for one, where the numbers are parts of one. */
  readonly most: number
  readonly get: (view: DataView, at: number) => number
}
const numbers: Readonly<Record<number, Number_>> = {
  5120: { bytes: 1, most: 127, get: (view, at) => view.getInt8(at) },
  5121: { bytes: 1, most: 255, get: (view, at) => view.getUint8(at) },
  5122: { bytes: 2, most: 32_767, get: (view, at) => view.getInt16(at, true) },
  5123: { bytes: 2, most: 65_535, get: (view, at) => view.getUint16(at, true) },
  5125: { bytes: 4, most: 4_294_967_295, get: (view, at) => view.getUint32(at, true) },
  5126: { bytes: 4, most: 1, get: (view, at) => view.getFloat32(at, true) },
}

const accessorOf = ({ json, bytes }: Container, index: unknown): Accessor => {
  const accessor = plain(list(json['accessors'])[whole(index)])
  const kind = numbers[whole(accessor['componentType'])] ?? broken()
  const parts = widths[String(accessor['type'])] ?? broken()
  const count = whole(accessor['count'])
  const viewed = plain(list(json['bufferViews'])[whole(accessor['bufferView'])])
  const buffer = plain(list(json['buffers'])[whole(viewed['buffer'] ?? 0)])
  if (count < 0 || accessor['sparse'] !== undefined || buffer['uri'] !== undefined || viewed['byteLength'] === undefined) broken()
  const start = whole(viewed['byteOffset'] ?? 0)
  const from = start + whole(accessor['byteOffset'] ?? 0)
  const stride = whole(viewed['byteStride'] ?? 0) || kind.bytes * parts
  const end = start + whole(viewed['byteLength'])
  if (start < 0 || end > bytes.byteLength || from + Math.max(0, count - 1) * stride + kind.bytes * parts > end) broken()
  const scale = accessor['normalized'] === true ? kind.most : 1
  return { count, parts, read: (element, part) => kind.get(bytes, from + element * stride + part * kind.bytes) / scale }
}

/** Which corners make the triangles of a primitive: a list, a strip or a fan. */
const trianglesOf = (mode: number, corners: number): ((triangle: number, corner: number) => number) & { count: number } => {
  const strip = (triangle: number, corner: number) => triangle + (triangle % 2 === 1 && corner > 0 ? 3 - corner : corner)
  const fan = (triangle: number, corner: number) => (corner === 0 ? 0 : triangle + corner)
  if (mode === 5) return Object.assign(strip, { count: Math.max(0, corners - 2) })
  if (mode === 6) return Object.assign(fan, { count: Math.max(0, corners - 2) })
  return Object.assign((triangle: number, corner: number) => triangle * 3 + corner, { count: Math.floor(corners / 3) })
}

/** From the light of the file to the light of a screen. */
const shown = (light: number) => Math.round(Math.min(1, Math.max(0, light)) ** (1 / 2.2) * 255)

const materialOf = ({ json }: Container, primitive: Plain): Plain => plain(list(json['materials'])[whole(primitive['material'])])

const factorOf = (material: Plain): readonly number[] => {
  const factor = list(plain(material['pbrMetallicRoughness'])['baseColorFactor']).map(Number)
  return factor.length >= 3 && factor.every(Number.isFinite) ? factor : [1, 1, 1]
}

/** As OpenGL counts them. */
const wrapOf = (value: unknown): Wrap => (value === 33_071 ? 'clamp' : value === 33_648 ? 'mirror' : 'repeat')

/** A picture that lies in the file itself; whatever lies elsewhere is fetched by nobody. */
const imageOf = ({ json, bytes }: Container, index: unknown): Pick<Wrapping, 'bytes' | 'type'> | null => {
  const image = plain(list(json['images'])[whole(index)])
  const type = (['image/png', 'image/jpeg'] as const).find((one) => one === image['mimeType'])
  const viewed = plain(list(json['bufferViews'])[whole(image['bufferView'])])
  const [from, length] = [whole(viewed['byteOffset'] ?? 0), whole(viewed['byteLength'])]
  if (!type || from < 0 || length <= 0 || from + length > bytes.byteLength) return null
  return { bytes: new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset + from, length), type }
}

interface Worn {
  /** Which corners' list says where they lie in the picture. */
  readonly set: number
  /** … and where that is moved to. */
  readonly place: (u: number, v: number) => readonly [number, number]
  readonly wrapping: Wrapping
  /** The same for two triangles with the same picture. */
  readonly key: string
}

/** What a material has upon it. Null: no picture, or none that is shown here. */
const wornOf = (container: Container, material: Plain): Worn | null => {
  const { json } = container
  const info = plain(plain(material['pbrMetallicRoughness'])['baseColorTexture'])
  const texture = plain(list(json['textures'])[whole(info['index'])])
  const image = imageOf(container, texture['source'])
  if (!image) return null
  const sampler = plain(list(json['samplers'])[whole(texture['sampler'])])
  const moved = plain(plain(info['extensions'])['KHR_texture_transform'])
  const [x = 0, y = 0] = numbersOf(moved['offset'], [0, 0])
  const [wide = 1, high = 1] = numbersOf(moved['scale'], [1, 1])
  const [turned = 0] = numbersOf([moved['rotation']], [0])
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)]
  const holes = material['alphaMode'] === 'MASK' || material['alphaMode'] === 'BLEND'
  const wrap = [wrapOf(sampler['wrapS']), wrapOf(sampler['wrapT'])] as const
  return {
    set: whole(moved['texCoord'] ?? info['texCoord'] ?? 0),
    place: (u, v) => [x + u * wide * cos + v * high * sin, y - u * wide * sin + v * high * cos],
    wrapping: { ...image, wrap, holes },
    key: [whole(texture['source']), ...wrap, holes].join(' '),
  }
}

const numbersOf = (value: unknown, otherwise: readonly number[]): readonly number[] => {
  const given = list(value)
  return given.length === otherwise.length && given.every((n) => typeof n === 'number' && Number.isFinite(n))
    ? (given as number[])
    : otherwise
}

const placeOf = (node: Plain): Matrix => {
  if (node['matrix'] !== undefined) return numbersOf(node['matrix'], still)
  const [x = 0, y = 0, z = 0] = numbersOf(node['translation'], [0, 0, 0])
  const [i = 0, j = 0, k = 0, r = 1] = numbersOf(node['rotation'], [0, 0, 0, 1])
  const [a = 1, b = 1, c = 1] = numbersOf(node['scale'], [1, 1, 1])
  return placed([x, y, z], [i, j, k, r], [a, b, c])
}

/** Calls `meet` with every mesh that stands in the scene, and where. A tree that bites its tail ends too. */
const walk = ({ json }: Container, meet: (mesh: Plain, at: Matrix) => void) => {
  const nodes = list(json['nodes'])
  const scene = plain(list(json['scenes'])[whole(json['scene'] ?? 0)])
  const roots = scene['nodes'] === undefined ? [...nodes.keys()] : list(scene['nodes'])
  const rest = roots.map((index) => ({ index, at: still, depth: 0 }))
  for (let met = 0; rest.length > 0; met++) {
    const { index, at, depth } = rest.pop() ?? broken()
    const node = plain(nodes[whole(index)])
    if (met > nodesMax || depth > depthMax) broken()
    const here = times(at, placeOf(node))
    const mesh = list(json['meshes'])[whole(node['mesh'])]
    if (isPlain(mesh)) meet(mesh, here)
    for (const child of list(node['children'])) rest.push({ index: child, at: here, depth: depth + 1 })
  }
}

/** A model of the GLB form. Its y is upwards; ours is z, as in what one prints. @throws {ModelTrouble} */
export const readGlb = (bytes: Uint8Array): Soup => {
  const container = open(bytes)
  const { json } = container
  if ([...list(json['extensionsRequired']), ...list(json['extensionsUsed'])].some((name) => packed.test(String(name)))) {
    throw new ModelTrouble('packed')
  }
  const parts: { corners: Float32Array; colours: Uint8Array; places: Float32Array; of: number }[] = []
  const wrappings: Wrapping[] = []
  const named = new Map<string, number>()
  /** From one up; nought: there is no room for another picture. */
  const nameOf = ({ key, wrapping }: Worn): number => {
    const known = named.get(key)
    if (known !== undefined || wrappings.length >= texturesMax) return known ?? 0
    named.set(key, wrappings.push(wrapping))
    return wrappings.length
  }
  let all = 0
  let tinted = false
  walk(container, (mesh, m) => {
    for (const primitive of list(mesh['primitives']).map(plain)) {
      const mode = primitive['mode'] === undefined ? 4 : whole(primitive['mode'])
      // Points and lines have no face.
      if (mode < 4) continue
      const attributes = plain(primitive['attributes'])
      const position = accessorOf(container, attributes['POSITION'])
      if (position.parts !== 3) broken()
      const indices = primitive['indices'] === undefined ? null : accessorOf(container, primitive['indices'])
      const colour = attributes['COLOR_0'] === undefined ? null : accessorOf(container, attributes['COLOR_0'])
      if (colour && (colour.count < position.count || colour.parts < 3)) broken()
      const material = materialOf(container, primitive)
      const factor = factorOf(material)
      const worn = wornOf(container, material)
      const spread =
        worn && attributes[`TEXCOORD_${worn.set}`] !== undefined ? accessorOf(container, attributes[`TEXCOORD_${worn.set}`]) : null
      if (spread && (spread.count < position.count || spread.parts !== 2)) broken()
      const of = worn && spread ? nameOf(worn) : 0
      tinted ||= colour !== null || of > 0 || factor.slice(0, 3).some((one) => one !== 1)
      const corner = trianglesOf(mode, (indices ?? position).count)
      all += corner.count
      if (all > trianglesMax) throw new ModelTrouble('many')
      const corners = new Float32Array(corner.count * 9)
      const colours = new Uint8Array(corner.count * 3)
      const places = new Float32Array(of > 0 ? corner.count * 6 : 0)
      for (let i = 0; i < corner.count; i++) {
        const light = [0, 0, 0]
        for (let c = 0; c < 3; c++) {
          const at = indices ? indices.read(corner(i, c), 0) : corner(i, c)
          if (at >= position.count) broken()
          const [x, y, z] = [position.read(at, 0), position.read(at, 1), position.read(at, 2)]
          const place = (row: number) => (m[row] ?? 0) * x + (m[row + 4] ?? 0) * y + (m[row + 8] ?? 0) * z + (m[row + 12] ?? 0)
          corners.set([place(0), -place(2), place(1)], i * 9 + c * 3)
          if (of > 0 && worn && spread) places.set(worn.place(spread.read(at, 0), spread.read(at, 1)), i * 6 + c * 2)
          for (let part = 0; part < 3; part++) light[part] = (light[part] ?? 0) + (colour ? colour.read(at, part) : 1) / 3
        }
        for (let part = 0; part < 3; part++) colours[i * 3 + part] = shown((light[part] ?? 1) * (factor[part] ?? 1))
      }
      parts.push({ corners, colours, places, of })
    }
  })
  const corners = new Float32Array(all * 9)
  const colours = new Uint8Array(all * 3)
  const worn = wrappings.length > 0
  const skin = { places: new Float32Array(worn ? all * 6 : 0), of: new Uint8Array(worn ? all : 0), wrappings, textures: [] }
  let at = 0
  for (const part of parts) {
    const next = at + part.corners.length / 9
    corners.set(part.corners, at * 9)
    colours.set(part.colours, at * 3)
    if (part.of > 0) {
      skin.places.set(part.places, at * 6)
      skin.of.fill(part.of, at, next)
    }
    at = next
  }
  return { corners, colours: tinted ? colours : null, ...(worn && { skin }) }
}
