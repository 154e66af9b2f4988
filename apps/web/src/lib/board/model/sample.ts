/** Small models as programs write them, for tests and for the workbench. */

type Corner = readonly [number, number, number]

/** Two triangles for each of six faces, from one corner at nought to the other. */
export const boxTriangles = (w: number, d: number, h: number): readonly (readonly [Corner, Corner, Corner])[] => {
  const at = (i: number): Corner => [i & 1 ? w : 0, i & 2 ? d : 0, i & 4 ? h : 0]
  const faces = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ] as const
  return faces.flatMap(([a, b, c, d_]) => [[at(a), at(b), at(c)] as const, [at(a), at(c), at(d_)] as const])
}

export const binaryStl = (triangles: readonly (readonly Corner[])[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(84 + 50 * triangles.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(80, triangles.length, true)
  for (const [i, corners] of triangles.entries()) {
    for (const [at, n] of corners.flat().entries()) view.setFloat32(84 + i * 50 + 12 + at * 4, n, true)
  }
  return bytes
}

export const writtenStl = (triangles: readonly (readonly Corner[])[]): Uint8Array<ArrayBuffer> => {
  const facet = (corners: readonly Corner[]) =>
    ['facet normal 0 0 0', ' outer loop', ...corners.map((corner) => `  vertex ${corner.join(' ')}`), ' endloop', 'endfacet'].join('\n')
  return new TextEncoder().encode(`solid part\n${triangles.map(facet).join('\n')}\nendsolid part\n`)
}

const padded = (bytes: Uint8Array, by: number): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(by)
  whole.set(bytes)
  return whole
}

export const glbOf = (json: object, binary: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> => {
  const chunks = [
    { kind: 0x4e4f534a, bytes: padded(new TextEncoder().encode(JSON.stringify(json)), 0x20) },
    { kind: 0x004e4942, bytes: padded(binary, 0) },
  ]
  const bytes = new Uint8Array(12 + chunks.reduce((sum, chunk) => sum + 8 + chunk.bytes.length, 0))
  const view = new DataView(bytes.buffer)
  bytes.set([0x67, 0x6c, 0x54, 0x46])
  view.setUint32(4, 2, true)
  view.setUint32(8, bytes.length, true)
  let at = 12
  for (const chunk of chunks) {
    view.setUint32(at, chunk.bytes.length, true)
    view.setUint32(at + 4, chunk.kind, true)
    bytes.set(chunk.bytes, at + 8)
    at += 8 + chunk.bytes.length
  }
  return bytes
}

/** Two boxes of a tenth of a metre, red and green, beside each other, as a program with y upwards writes them. */
export const colouredGlb = (): Uint8Array<ArrayBuffer> => {
  const corners = Float32Array.from(boxTriangles(0.1, 0.1, 0.1).flat(2))
  const binary = new Uint8Array(corners.buffer)
  const material = (baseColorFactor: readonly number[]) => ({ pbrMetallicRoughness: { baseColorFactor } })
  return glbOf(
    {
      asset: { version: '2.0' },
      buffers: [{ byteLength: binary.length }],
      bufferViews: [{ buffer: 0, byteLength: binary.length }],
      accessors: [{ bufferView: 0, componentType: 5126, count: 36, type: 'VEC3' }],
      materials: [material([1, 0, 0, 1]), material([0, 1, 0, 1])],
      meshes: [0, 1].map((of) => ({ primitives: [{ attributes: { POSITION: 0 }, material: of }] })),
      nodes: [{ mesh: 0 }, { mesh: 1, translation: [0.1, 0, 0] }],
      scenes: [{ nodes: [0, 1] }],
    },
    binary,
  )
}

/** A box whose six faces all wear the same picture, upright. */
export const texturedGlb = (picture: Uint8Array, material: object = {}): Uint8Array<ArrayBuffer> => {
  const corners = boxTriangles(0.1, 0.1, 0.1).flat()
  // The last two faces are seen from the sides.
  const places = corners.flatMap(([x, y, z], at) => [(at < 24 ? x : z) * 10, 1 - y * 10])
  const binary = new Uint8Array([
    ...new Uint8Array(Float32Array.from(corners.flat()).buffer),
    ...new Uint8Array(Float32Array.from(places).buffer),
    ...padded(picture, 0),
  ])
  const [cornerBytes, placeBytes] = [corners.length * 12, corners.length * 8]
  return glbOf(
    {
      asset: { version: '2.0' },
      buffers: [{ byteLength: binary.length }],
      bufferViews: [
        { buffer: 0, byteLength: cornerBytes },
        { buffer: 0, byteOffset: cornerBytes, byteLength: placeBytes },
        { buffer: 0, byteOffset: cornerBytes + placeBytes, byteLength: picture.length },
      ],
      accessors: [
        { bufferView: 0, componentType: 5126, count: corners.length, type: 'VEC3' },
        { bufferView: 1, componentType: 5126, count: corners.length, type: 'VEC2' },
      ],
      images: [{ bufferView: 2, mimeType: 'image/png' }],
      textures: [{ source: 0 }],
      materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } }, ...material }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, material: 0 }] }],
      nodes: [{ mesh: 0 }],
      scenes: [{ nodes: [0] }],
    },
    binary,
  )
}
