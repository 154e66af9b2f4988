import { wallAheadMs } from '@sheber/domain/day'

/** The day where the centre is: of a diploma, of a record, of a poster. Asked for every look of a visitor, so by no calendar. */
export const dayThere = (moment: string): string => new Date(Date.parse(moment) + wallAheadMs).toISOString().slice(0, 10)
