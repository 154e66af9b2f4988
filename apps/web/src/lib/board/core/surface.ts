/**
 * What a thing is drawn on: the screen's canvas, an SVG or a page of a PDF. A kind paints itself once, and all three follow.
 * Coordinates are world units; colours are CSS colours as the Look of the moment has them.
 */
export interface Surface {
  /** A filled rectangle. */
  rect(x: number, y: number, w: number, h: number, colour: string): void
  /** The outline of a rectangle, its line inside. */
  box(x: number, y: number, w: number, h: number, line: Line): void
  fill(path: Path, colour: string): void
  stroke(path: Path, line: Line): void
  /** One line of words, its letters standing on `y`. */
  text(words: string, x: number, y: number, letters: Letters): void
  picture(picture: Picture, x: number, y: number, w: number, h: number): void
  /** Everything painted by `within` is moved to (x, y), then stretched, then turned around that point by degrees. */
  at(x: number, y: number, within: () => void, by?: { readonly sx?: number; readonly sy?: number; readonly turn?: number }): void
  /** How much of what follows covers what lies beneath, 0–1; 1 is all of it. `mix`: as a marker's ink mixes with what it runs over. */
  veil(alpha: number, mix?: 'multiply' | 'screen'): void
}

export interface Line {
  readonly colour: string
  readonly width: number
  /** Lengths of dashes and gaps; none for a whole line. */
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
}

export interface Letters {
  readonly size: number
  readonly colour: string
  readonly bold?: boolean
  /** Where the words stand to x. */
  readonly align?: 'left' | 'middle' | 'right'
  /** Words are pressed together rather than be wider. */
  readonly most?: number
  readonly face?: 'words' | 'code'
}

/** A picture, decoded or on its way. `source` is null until there is something to show. */
export interface Picture {
  readonly url: string
  source: CanvasImageSource | null
}

/** A path in the words of SVG: `M 0 0 L 10 0 Z`. Kept where its thing is kept, it is understood once. */
export interface Path {
  readonly d: string
  made?: Path2D
}

export const pathOf = (d: string): Path => ({ d })

const path2d = (path: Path) => (path.made ??= new Path2D(path.d))

export interface Lettering {
  /** As a canvas wants it. */
  readonly font: (size: number, bold?: boolean, face?: Letters['face']) => string
}

const aligned = { left: 'left', middle: 'center', right: 'right' } as const
const noDash: number[] = []

export const canvasSurface = (ctx: CanvasRenderingContext2D, { font }: Lettering): Surface => {
  const lined = ({ colour, width, dash, cap }: Line) => {
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.lineCap = cap ?? 'butt'
    ctx.lineJoin = 'round'
    ctx.setLineDash(dash ? [...dash] : noDash)
  }
  return {
    rect: (x, y, w, h, colour) => {
      ctx.fillStyle = colour
      ctx.fillRect(x, y, w, h)
    },
    box: (x, y, w, h, line) => {
      lined(line)
      const half = line.width / 2
      ctx.strokeRect(x + half, y + half, w - line.width, h - line.width)
    },
    fill: (path, colour) => {
      ctx.fillStyle = colour
      ctx.fill(path2d(path))
    },
    stroke: (path, line) => {
      lined(line)
      ctx.stroke(path2d(path))
    },
    text: (words, x, y, { size, colour, bold, align, most, face }) => {
      ctx.font = font(size, bold, face)
      ctx.fillStyle = colour
      ctx.textAlign = align ? aligned[align] : 'left'
      ctx.fillText(words, x, y, most)
    },
    picture: ({ source }, x, y, w, h) => {
      if (source) ctx.drawImage(source, x, y, w, h)
    },
    at: (x, y, within, { sx = 1, sy = 1, turn = 0 } = {}) => {
      ctx.save()
      ctx.translate(x, y)
      if (turn) ctx.rotate((turn * Math.PI) / 180)
      if (sx !== 1 || sy !== 1) ctx.scale(sx, sy)
      within()
      ctx.restore()
    },
    veil: (alpha, mix) => {
      ctx.globalAlpha = alpha
      ctx.globalCompositeOperation = mix ?? 'source-over'
    },
  }
}
