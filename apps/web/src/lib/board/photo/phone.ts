/** Who has nothing but fingers to point with holds a phone or a tablet: its own camera focuses, zooms and turns by itself. */
export const hasOwnCamera = () => matchMedia('(hover: none) and (pointer: coarse)').matches

/** Opens the device's camera and hands on what it took; nothing where it was put away. Asked for within a tap. */
export const askPhone = (take: (photos: readonly File[]) => void) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.setAttribute('capture', 'environment')
  input.addEventListener('change', () => {
    const photos = [...(input.files ?? [])]
    if (photos.length > 0) take(photos)
  })
  input.click()
}
