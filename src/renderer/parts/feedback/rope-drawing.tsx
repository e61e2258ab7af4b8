import type { ReactElement } from 'react'
import { layPath } from '../line/geometry.ts'

/** A rope between two posts, 320 px: first use only. Decoration. */
export function RopeDrawing({ width = 320 }: { readonly width?: number | undefined }): ReactElement {
  return (
    <svg aria-hidden viewBox="0 0 320 96" width={width} height={(width * 96) / 320} className="block">
      <path d="M0 78h320v18H0Z" fill="var(--accent-soft)" />
      <path d="M96 86q10-4 20 0t20 0M168 90q8-3 16 0t16 0M214 84q10-4 20 0" fill="none" stroke="var(--rope-light)" strokeLinecap="round" />
      <path d="M0 66h78a5 5 0 0 1 5 5v25H0Z" fill="var(--sunken)" />
      <path d="M51 46Q154 86 268 30" fill="none" stroke="var(--rope)" strokeWidth="7" />
      <path
        d="M51 46Q154 86 268 30"
        fill="none"
        stroke="var(--surface)"
        strokeOpacity="var(--lay)"
        strokeWidth="7"
        strokeDasharray="1.2 5.8"
      />
      <path d="M250 42q36-9 70-10v64h-52q-14-24-18-54Z" fill="var(--accent)" />
      <Post x={42} y={32} height={34} />
      <Post x={272} y={14} height={27} />
    </svg>
  )
}

/** A post with three turns of rope around it. */
export function Post({ x, y, height }: { readonly x: number; readonly y: number; readonly height: number }): ReactElement {
  const turns = [0, 1, 2].map((turn) => ({ x: x - 6, y: y + 11 + turn * 5.4, width: 24, height: 5 }))
  return (
    <g>
      <rect x={x} y={y} width="12" height={height} fill="var(--ink)" />
      <rect x={x - 7} y={y - 3} width="26" height="9" rx="4.5" fill="var(--ink)" />
      {turns.map((box) => (
        <g key={box.y}>
          <rect {...box} rx="2.5" fill="var(--rope)" stroke="var(--ink)" strokeWidth=".6" />
          <path
            d={layPath({ ...box, x: box.x + 1, width: box.width - 2 }, 5)}
            fill="none"
            stroke="var(--surface)"
            strokeOpacity="var(--lay)"
          />
        </g>
      ))}
    </g>
  )
}
