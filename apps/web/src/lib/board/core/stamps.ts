import type { PaintName } from '@sheber/document/colour'
import { pathOf, type Path } from './surface.ts'

/** Stickers, each drawn on a disc in a square of 24. A stamp that is not in the list was made by a newer Sheber: its disc is shown. */

export interface Stamp {
  readonly ink: PaintName
  /** Filled with the ink. */
  readonly full?: Path
  /** Drawn as lines on top, in the ink or, where there is something full beneath, in the colour of the disc. */
  readonly line?: Path
  readonly wide?: number
}

export const disc = pathOf('M1 12A11 11 0 1 1 23 12A11 11 0 1 1 1 12Z')

const heart = 'M12 19C4 13.5 4.5 7 8.6 7C10.5 7 11.6 8.2 12 9.200C12.4 8.2 13.5 7 15.4 7C19.5 7 20 13.5 12 19Z'
const warned = 'M12 4.500L19.8 18H4.200Z'

export const stamps = {
  star: {
    ink: 'yellow',
    full: pathOf('M12 4.6L14.06 9.77L19.61 10.13L15.33 13.68L16.7 19.07L12 16.1L7.3 19.07L8.67 13.68L4.39 10.13L9.94 9.77Z'),
  },
  tick: { ink: 'green', line: pathOf('M6.5 12.600L10.4 16.600L17.6 8'), wide: 2.8 },
  question: {
    ink: 'violet',
    line: pathOf('M8.7 9.300A3.3 3.3 0 1 1 13.7 12.100C12.5 12.9 12 13.5 12 14.700M12 18L12 18.01'),
    wide: 2.4,
  },
  heart: { ink: 'red', full: pathOf(heart) },
  thumb: {
    ink: 'blue',
    full: pathOf(
      'M5 11H8V18.500H5ZM9 11L11.8 5.400C13.7 5.4 14.3 7 13.6 9.800H17.900C18.9 9.8 19.5 10.7 19.2 11.600L17.6 17.200C17.3 18.1 16.7 18.5 15.8 18.500H9Z',
    ),
  },
  bulb: {
    ink: 'yellow',
    full: pathOf(
      'M12 4A5.5 5.5 0 0 0 8.7 13.900C9.5 14.6 9.8 15.2 9.8 16H14.200C14.2 15.2 14.5 14.6 15.3 13.900A5.5 5.5 0 0 0 12 4ZM9.8 17H14.200V18.200H9.800ZM10.7 19.100H13.300V20.200H10.700Z',
    ),
  },
  warning: { ink: 'orange', full: pathOf(warned), line: pathOf('M12 9.200V13.200M12 15.700L12 15.71'), wide: 1.8 },
  fire: {
    ink: 'orange',
    full: pathOf(
      'M12.3 3.600C13 7 17 8.8 17 13.600A5 5.3 0 0 1 7 13.600C7 11.5 8 10 9 8.800C9.3 10.2 10 11 10.8 11.200C10.2 8.5 10.9 5.6 12.3 3.600Z',
    ),
  },
  clock: { ink: 'blue', line: pathOf('M5 12A7 7 0 1 1 19 12A7 7 0 1 1 5 12ZM12 8V12.300L15 14.2'), wide: 2 },
  target: {
    ink: 'red',
    line: pathOf('M4.8 12A7.2 7.2 0 1 1 19.2 12A7.2 7.2 0 1 1 4.8 12ZM8.4 12A3.6 3.6 0 1 1 15.6 12A3.6 3.6 0 1 1 8.4 12ZM12 12L12 12.01'),
    wide: 1.9,
  },
  gear: {
    ink: 'grey',
    full: pathOf(
      'M10.67 6.56L10.68 4.31L13.32 4.31L13.33 6.56L14.91 7.21L16.5 5.63L18.37 7.5L16.79 9.09L17.44 10.67L19.69 10.68L19.69 13.32L17.44 13.33L16.79 14.91L18.37 16.5L16.5 18.37L14.91 16.79L13.33 17.44L13.32 19.69L10.68 19.69L10.67 17.44L9.09 16.79L7.5 18.37L5.63 16.5L7.21 14.91L6.56 13.33L4.31 13.32L4.31 10.68L6.56 10.67L7.21 9.09L5.63 7.5L7.5 5.63L9.09 7.21ZM14.5 12A2.5 2.5 0 1 0 9.5 12A2.5 2.5 0 1 0 14.5 12Z',
    ),
  },
  thanks: {
    ink: 'green',
    full: pathOf(
      'M6.5 5.500H17.500A2 2 0 0 1 19.5 7.500V13.500A2 2 0 0 1 17.5 15.500H12.600L9 19.200V15.500H6.500A2 2 0 0 1 4.5 13.500V7.500A2 2 0 0 1 6.5 5.500Z',
    ),
    line: pathOf('M12 13C8.8 10.8 9 8.2 10.6 8.200C11.4 8.2 11.8 8.7 12 9.100C12.2 8.7 12.6 8.2 13.4 8.200C15 8.2 15.2 10.8 12 13Z'),
    wide: 1.4,
  },
} satisfies Record<string, Stamp>

export type StampName = keyof typeof stamps

export const isStamp = (name: string): name is StampName => Object.hasOwn(stamps, name)
