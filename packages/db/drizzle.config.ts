import { defineConfig } from 'drizzle-kit'

/** `npm run db generate -- --name <noun>` writes the next migration for a human to read. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './packages/db/src/schema.ts',
  out: './migrations',
})
