import type { PictureWidth } from '@sheber/domain/file'

/** A picture of a stand in a width that is kept, at the one address that lets its judges in before the world. */
export const pictureAt = (exhibitionId: string, standId: string, fileId: string, width: PictureWidth): string =>
  `/e/${exhibitionId}/${standId}/picture/${fileId}/${width}.webp`
