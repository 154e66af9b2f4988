import { ModelTrouble, trianglesMax, type Soup } from './mesh.ts'

/** 80 bytes of anything, a count, and for each triangle a direction, three corners and two bytes of anything. */
const head = 84
const each = 50

const isBinary = (bytes: DataView) => bytes.byteLength >= head && bytes.byteLength === head + each * bytes.getUint32(80, true)

const readBinary = (bytes: DataView): Soup => {
  const triangles = bytes.getUint32(80, true)
  if (triangles > trianglesMax) throw new ModelTrouble('many')
  const corners = new Float32Array(triangles * 9)
  for (let i = 0; i < triangles; i++) {
    const from = head + i * each + 12
    for (let at = 0; at < 9; at++) corners[i * 9 + at] = bytes.getFloat32(from + at * 4, true)
  }
  return { corners, colours: null }
}

const readWritten = (bytes: Uint8Array): Soup => {
  const text = new TextDecoder('latin1').decode(bytes)
  const found: number[] = []
  for (const [, x, y, z] of text.matchAll(/\bvertex\s+(\S+)\s+(\S+)\s+(\S+)/gi)) {
    found.push(Number(x), Number(y), Number(z))
    if (found.length > trianglesMax * 9) throw new ModelTrouble('many')
  }
  if (found.length % 9 !== 0) throw new ModelTrouble('broken')
  return { corners: Float32Array.from(found), colours: null }
}

/** A model of the STL form, in either of its two spellings. @throws {ModelTrouble} */
export const readStl = (bytes: Uint8Array): Soup => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return isBinary(view) ? readBinary(view) : readWritten(bytes)
}
