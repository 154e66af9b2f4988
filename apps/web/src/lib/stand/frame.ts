const waitMsMax = 8_000
const widthMax = 1280

/** Resolves once it happens; rejects where it never does: a browser that cannot play a film says nothing at all. */
const once = (of: HTMLVideoElement, what: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(new Error(what))
    const late = setTimeout(fail, waitMsMax)
    of.addEventListener('error', fail, { once: true })
    of.addEventListener(
      what,
      () => {
        clearTimeout(late)
        resolve()
      },
      { once: true },
    )
  })

/** A frame of a film, as a JPEG, from where it has begun: the first is often black. Null: this device cannot show it. */
export const frameOf = async (film: Blob): Promise<Blob | null> => {
  const video = document.createElement('video')
  const url = URL.createObjectURL(film)
  try {
    Object.assign(video, { muted: true, playsInline: true, preload: 'auto', src: url })
    await once(video, 'loadeddata')
    const seek = async (seconds: number) => {
      const sought = once(video, 'seeked')
      video.currentTime = seconds
      await sought
    }
    // A film that was recorded in a browser does not say how long it is: its end does.
    if (!Number.isFinite(video.duration)) await seek(Number.MAX_SAFE_INTEGER)
    await seek(Math.min(2, (Number.isFinite(video.duration) ? video.duration : video.currentTime) / 3))
    const { videoWidth, videoHeight } = video
    if (videoWidth === 0 || videoHeight === 0) return null
    const scale = Math.min(1, widthMax / videoWidth)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: Math.round(videoWidth * scale), height: Math.round(videoHeight * scale) })
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  } catch {
    // It has no picture before it runs then; the stand's poster stands in for it.
    return null
  } finally {
    URL.revokeObjectURL(url)
    video.removeAttribute('src')
  }
}
