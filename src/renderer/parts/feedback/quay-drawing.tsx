import type { ReactElement } from 'react'
import { Post } from './rope-drawing.tsx'

const ROPE = 'M207 158Q640 286 1086 84'

/** In the dark the accent would be the loudest thing in the window. */
const HULL = 'light-dark(var(--accent), var(--rope-light))'

/** The rope from quay to ship across the whole window, 214 px high: Welcome only. Decoration; quay and ship go on past both edges. */
export function QuayDrawing(): ReactElement {
  return (
    <div aria-hidden className="shrink-0 overflow-hidden">
      <svg viewBox="0 0 1280 214" preserveAspectRatio="xMidYMax meet" className="block h-53.5 w-full overflow-visible">
        <path d="M-2000 168H3280v46H-2000Z" fill="var(--accent-soft)" />
        <path
          d="M372 182q28-9 60 0t60 0M470 200q20-6 40 0t40 0M744 181q30-9 62 0t62 0M900 200q18-6 36 0t36 0"
          fill="none"
          stroke="var(--rope-light)"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
        <path d="M-2000 160H314a10 10 0 0 1 10 10v44H-2000Z" fill="var(--sunken)" />
        <path d="M-2000 182H300M-2000 200H324" stroke="var(--line)" strokeWidth="1.2" />
        <g transform="translate(0 -48)">
          <path d={ROPE} fill="none" stroke="var(--rope)" strokeWidth="12" />
          <path d={ROPE} fill="none" stroke="var(--surface)" strokeOpacity="var(--lay)" strokeWidth="12" strokeDasharray="2 10" />
        </g>
        <path d="M962 92Q1090 70 1280 64L3280 50V214H1014Q978 156 962 92Z" fill={HULL} />
        <path d="M966 106Q1092 86 1280 80L3280 66" fill="none" stroke="var(--surface)" strokeOpacity=".5" strokeWidth="2" />
        <g transform="translate(186 82) scale(2.2)">
          <Post x={-6} y={0} height={36} />
        </g>
        <g transform="translate(1106 16) scale(2.2)">
          <Post x={-6} y={0} height={28} />
        </g>
      </svg>
    </div>
  )
}
