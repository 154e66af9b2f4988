/** Whether somebody else has taken a unique key meanwhile. */
export const isTaken = (why: unknown, constraint: string): boolean => {
  if (!(why instanceof Error)) return false
  const said = why as { code?: unknown; constraint?: unknown }
  return (said.code === '23505' && said.constraint === constraint) || isTaken(why.cause, constraint)
}
