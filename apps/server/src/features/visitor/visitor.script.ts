/** Sends the forms without leaving the page, and shows what is approved and answered meanwhile. Without it they are plain forms. */
export const visitorScript = `const part = document.getElementById('visitors')
const said = part.querySelector('.said')
const live = part.querySelector('.live')
let busy = false
const look = async () => {
  try {
    const answer = await fetch(part.dataset.live, { cache: 'no-cache' })
    const stamp = answer.headers.get('etag')
    if (!answer.ok || stamp === '"' + part.dataset.stamp + '"') return
    live.innerHTML = await answer.text()
    part.dataset.stamp = (stamp || '').slice(1, -1)
  } catch {}
}
part.addEventListener('submit', async (event) => {
  event.preventDefault()
  if (busy) return
  busy = true
  const form = event.target
  // Beside what was pressed: the head of this part may be far above the screen. Before the answer, so that it is read aloud.
  said.textContent = ''
  form.append(said)
  const fields = new URLSearchParams(new FormData(form))
  const by = event.submitter
  if (by && by.name) fields.set(by.name, by.value)
  try {
    const answer = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' }, body: fields })
    const { done, message } = await answer.json()
    said.classList.toggle('no', !done)
    said.textContent = done || message || part.dataset.offline
    if (done) form.reset()
    look()
  } catch {
    said.classList.add('no')
    said.textContent = part.dataset.offline
  }
  busy = false
})
setInterval(() => document.hidden || look(), 4000)
document.addEventListener('visibilitychange', () => document.hidden || look())
`
