import type { SignIn } from '@sheber/domain/person'
import { secretKind } from '@sheber/domain/secret'
import { hashSecret } from '../session/hash.ts'

/** What a person's row keeps of the ways in that were given: hashes, and only of those. */
export const hashedSignIn = async ({ login, password, secret }: SignIn) => ({
  ...(login !== undefined && { login: login.normalize('NFC') }),
  ...(password !== undefined && { passwordHash: await hashSecret(password) }),
  ...(secret !== undefined && { secretKind: secretKind(secret), secretHash: await hashSecret(secret) }),
})
