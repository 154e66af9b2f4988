import { hashSecret, verifySecret } from './hash.ts'

let nobodys: Promise<string> | undefined

/**
 * A wrong name costs the same time as a wrong password: without a hash to compare, nobody's is compared.
 * Whoever measures learns nothing about who exists.
 */
export const fits = async (hashed: string | null | undefined, plain: string): Promise<boolean> => {
  nobodys ??= hashSecret('nobody signs in with this')
  const right = await verifySecret(hashed ?? (await nobodys), plain)
  return right && hashed != null
}
