/** Three soft tones. A browser sounds only after a hand has asked for it: `open` is called by the button that switches it on. */
let context: AudioContext | null = null

export const openChime = () => {
  context ??= new AudioContext()
  void context.resume()
}

export const chime = () => {
  if (!context) return
  const start = context.currentTime + 0.05
  for (const [i, hertz] of [523, 659, 784].entries()) {
    const [tone, loud] = [context.createOscillator(), context.createGain()]
    const at = start + i * 0.35
    tone.frequency.value = hertz
    loud.gain.setValueAtTime(0, at)
    loud.gain.linearRampToValueAtTime(0.18, at + 0.04)
    loud.gain.exponentialRampToValueAtTime(0.001, at + 0.9)
    tone.connect(loud).connect(context.destination)
    tone.start(at)
    tone.stop(at + 1)
  }
}
