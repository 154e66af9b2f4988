import type { World } from '../world.ts'

type Line = [name: string, body: Record<string, unknown>, by: string | null]

/** What the log tells, oldest first; `by` is an id. */
export const told = async ({ database: { pool } }: World): Promise<Line[]> => {
  const { rows } = await pool.query<{ line: Line }>(`select jsonb_build_array(name, body, person_id) as line from fact order by position`)
  return rows.map(({ line }) => line)
}

/** What is told while `work` runs. */
export const toldBy = async (world: World, work: () => Promise<unknown>) => {
  const before = (await told(world)).length
  await work()
  return (await told(world)).slice(before)
}

/** How many rows there are in each table that a command of people could change; sign-ins and wrong tries apart. */
export const countRows = async ({ database: { pool } }: World): Promise<Record<string, number>> => {
  const tables = [
    'organisation',
    'person',
    'membership',
    'group',
    'group_learner',
    'team',
    'team_member',
    'project',
    'board',
    'room',
    'comment',
    'fact',
    'session',
  ]
  const counts = tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`)
  const { rows } = await pool.query<Record<string, number>>(`select ${counts.join(', ')}`)
  return rows[0] ?? {}
}
