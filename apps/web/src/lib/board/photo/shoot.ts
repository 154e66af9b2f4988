/** Why there is no picture of a camera, in words that photo/words have. */
export type Trouble = 'denied' | 'none' | 'busy' | 'unable' | 'failed'

const troubles: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

export const troubleOf = (why: unknown): Trouble => (why instanceof Error ? troubles[why.name] : undefined) ?? 'failed'

type Devices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>

/** As large as a board shows a picture; the camera gives what it has. */
const size = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/** '' asks for any, one that looks away from the person first. Throws a Trouble's error of the browser. */
export const openCamera = async (devices: Devices, id: string): Promise<MediaStream> =>
  devices.getUserMedia({
    audio: false,
    video: { ...size, ...(id ? { deviceId: { exact: id } } : { facingMode: { ideal: 'environment' } }) },
  })

export interface CameraName {
  readonly id: string
  /** '' where the browser does not say. */
  readonly label: string
}

/** Named once one of them was allowed. */
export const camerasOf = async (devices: Devices): Promise<readonly CameraName[]> =>
  (await devices.enumerateDevices())
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId)
    .map(({ deviceId, label }) => ({ id: deviceId, label }))

/** What the camera shows at this moment. */
export const shoot = async (video: HTMLVideoElement): Promise<File> => {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const ctx = canvas.getContext('2d')
  if (!ctx || canvas.width === 0) throw new Error('the camera shows nothing')
  ctx.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', 0.92))
  if (!blob) throw new Error('no memory for a photo')
  return new File([blob], 'photo.jpg', { type: blob.type })
}
