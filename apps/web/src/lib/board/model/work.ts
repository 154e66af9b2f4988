import type { Extent } from '@sheber/document/thing'
import { coarser } from './coarse.ts'
import { readGlb } from './glb.ts'
import { meshOf, ModelTrouble, type Mesh, type TroubleName } from './mesh.ts'
import { paintModel, type Shot } from './raster.ts'
import { unpacked, type Unpack } from './skin.ts'
import { readStl } from './stl.ts'

/** What the page asks of the worker … */
export type Asked = { readonly ask: 'open'; readonly bytes: ArrayBuffer } | { readonly ask: 'paint'; readonly shot: Shot }

/** … and what it is told. */
export type Told =
  | { readonly told: 'open'; readonly extent: Extent; readonly triangles: number }
  | { readonly told: 'paint'; readonly pixels: Uint8ClampedArray<ArrayBuffer> }
  | { readonly told: 'trouble'; readonly why: TroubleName }

/** Above this a hand that turns it would wait for each picture. */
const swiftMax = 60_000

const isGlb = (bytes: Uint8Array) => bytes[0] === 0x67 && bytes[1] === 0x6c && bytes[2] === 0x54 && bytes[3] === 0x46

/** One model, from its bytes to its pictures. Kept apart from the worker it runs in, so that a test can ask it too. */
export const begin = (unpack: Unpack = async () => null) => {
  let mesh: Mesh | null = null
  let swift: Mesh | null = null

  const open = async (bytes: Uint8Array): Promise<Told> => {
    const bare = meshOf(isGlb(bytes) ? readGlb(bytes) : readStl(bytes))
    mesh = bare.skin ? { ...bare, skin: { ...bare.skin, textures: await unpacked(bare.skin.wrappings, unpack), wrappings: [] } } : bare
    const fewer = mesh.triangles > swiftMax ? coarser(mesh) : mesh
    // Dust, of which nothing is left when near corners become one, is turned as it is.
    swift = fewer.triangles > 0 ? fewer : mesh
    return { told: 'open', extent: mesh.extent, triangles: mesh.triangles }
  }

  return async (asked: Asked): Promise<Told> => {
    try {
      if (asked.ask === 'open') return await open(new Uint8Array(asked.bytes))
      const shown = asked.shot.fine ? mesh : swift
      if (!shown) throw new ModelTrouble('broken')
      return { told: 'paint', pixels: paintModel(shown, asked.shot) }
    } catch (why) {
      // No memory for it is one of the ways in which a model is too large.
      if (why instanceof RangeError) return { told: 'trouble', why: 'many' }
      return { told: 'trouble', why: why instanceof ModelTrouble ? why.why : 'broken' }
    }
  }
}
