/** Who is seen in a picture or a film, by their ids. */
export interface SeenIn {
  readonly fileId: string
  readonly people: readonly string[]
}

/** The same, with one person seen in it or not. What shows nobody is not listed. */
export const seenWith = (
  seen: readonly SeenIn[],
  fileId: string,
  personId: string,
  on: boolean,
): { fileId: string; people: string[] }[] => {
  const before = seen.find((one) => one.fileId === fileId)?.people ?? []
  const people = [...before.filter((one) => one !== personId), ...(on ? [personId] : [])]
  const rest = seen.filter((one) => one.fileId !== fileId).map((one) => ({ fileId: one.fileId, people: [...one.people] }))
  return people.length > 0 ? [...rest, { fileId, people }] : rest
}
