/** A rectangle in SVG pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Path of 45° strokes, rising to the right, cut to the box. `pitch` is the horizontal distance of two strokes. */
export function hatchPath(box: Box, pitch: number): string {
  const strokes: string[] = []
  for (let reach = pitch * 0.6; reach < box.width + box.height; reach += pitch) {
    const low = Math.max(0, reach - box.height)
    const high = Math.min(box.width, reach)
    if (high - low < 0.4) continue
    const bottomY = box.y + box.height - (reach - box.height > 0 ? 0 : box.height - reach)
    strokes.push(`M${round(box.x + low)} ${round(bottomY)}L${round(box.x + high)} ${round(bottomY - (high - low))}`)
  }
  return strokes.join('')
}

/** Path of a band whose ends may be round. */
export function bandPath(box: Box, ends: { readonly start: boolean; readonly end: boolean }): string {
  const radius = Math.min(box.height / 2, box.width / 2)
  const left = ends.start ? radius : 0
  const right = ends.end ? radius : 0
  const { x, y, width, height } = box
  const cap = (r: number, dx: number, dy: number): string =>
    r === 0 ? `l${round(dx)} ${round(dy)}` : `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`
  return [
    `M${round(x + left)} ${round(y)}H${round(x + width - right)}`,
    cap(right, 0, height),
    `H${round(x + left)}`,
    cap(left, 0, -height),
    'Z',
  ].join('')
}

/** Path of the rope's lay marks, S-shaped, every `pitch` px, kept clear of round ends. */
export function layPath(box: Box, pitch: number): string {
  const marks: string[] = []
  const lean = box.height * 0.5
  for (let x = box.x + pitch * 0.55; x + lean < box.x + box.width - 1.5; x += pitch) {
    const bottom = box.y + box.height
    marks.push(
      `M${round(x)} ${round(bottom)}c${round(lean * 0.7)} 0 ${round(lean * 0.3)} ${round(-box.height)} ${round(lean)} ${round(-box.height)}`,
    )
  }
  return marks.join('')
}

/** Path of small crosses, one per day. */
export function crossesPath(from: number, days: number, pitch: number, middle: number, arm: number): string {
  return Array.from({ length: days }, (_, day) => {
    const x = from + pitch * (day + 0.5)
    return `M${round(x - arm)} ${round(middle - arm)}l${arm * 2} ${arm * 2}m0 ${-arm * 2}l${-arm * 2} ${arm * 2}`
  }).join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
