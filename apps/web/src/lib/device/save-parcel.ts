import { saveFile } from '#lib/save-file.ts'

/** Words of a room in a file, to be carried to another computer. */
export const saveParcel = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  saveFile(new File([bytes], `${name}.sheber`, { type: 'application/octet-stream' }))
