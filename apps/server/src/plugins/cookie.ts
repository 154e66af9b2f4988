/** One cookie out of a header, for those who see no request. The first of that name counts, as it does for Fastify. */
export const cookieIn = (header: string | undefined, name: string): string | undefined => {
  const found = header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}
