/** The day where the centre is: of a diploma, of a record, of a poster. */
export const dayThere = (moment: string): string => new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' })
