/** Where a form of a list is sent to: what the list is narrowed to stays, and so does the place on it. `deed` names the action. */
export const deedOn = ({ search }: { readonly search: string }, deed: 'accept' | 'withdraw'): string => {
  const kept = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/'))
  return `?/${deed}${kept.length > 0 ? `&${new URLSearchParams(kept)}` : ''}`
}
