/** A line of a list as one pastes it: a name, and a year of birth where somebody wrote one behind it. */
export const readLine = (line: string): { name: string; birthYear?: number } => {
  const found = /^(.*[^\s;,])[\s;,]+((?:19|20)\d\d)$/.exec(line.trim())
  return found?.[1] ? { name: found[1].trim(), birthYear: Number(found[2]) } : { name: line.trim() }
}
