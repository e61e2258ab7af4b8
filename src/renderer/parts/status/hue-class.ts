import type { Hue } from '../../text/status-text.ts'

/** Colour of a shape or fill in a hue. */
export const markClass: Readonly<Record<Hue, string>> = {
  hold: 'text-hold',
  work: 'text-work',
  watch: 'text-watch',
  act: 'text-act',
  elsewhere: 'text-elsewhere',
  still: 'text-still',
}

/** Soft ground of a hue, for a note or a banner. */
export const softClass: Readonly<Record<Hue, string>> = {
  hold: 'bg-hold-soft',
  work: 'bg-work-soft',
  watch: 'bg-watch-soft',
  act: 'bg-act-soft',
  elsewhere: 'bg-elsewhere-soft',
  still: 'bg-still-soft',
}
