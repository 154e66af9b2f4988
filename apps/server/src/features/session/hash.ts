import { hash, verify } from '@node-rs/argon2'

// OWASP's smallest argon2id: 19 MiB and two passes, 30–95 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Passwords and children's secrets alike; the same letters typed on two keyboards are the same secret. */
export const hashSecret = (plain: string): Promise<string> => hash(plain.normalize('NFC'), cost)

export const verifySecret = (hashed: string, plain: string): Promise<boolean> => verify(hashed, plain.normalize('NFC'))
