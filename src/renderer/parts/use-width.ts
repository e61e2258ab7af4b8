import { useCallback, useRef, useState } from 'react'

/** Width of an element in px, followed while it changes; `assumed` until it is in the document. */
export function useWidth(assumed: number): [number, (node: HTMLElement | null) => void] {
  const [width, setWidth] = useState(assumed)
  const watcher = useRef<ResizeObserver | null>(null)
  const measure = useCallback((node: HTMLElement | null) => {
    watcher.current?.disconnect()
    watcher.current = null
    if (node === null) return
    watcher.current = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width))
    })
    watcher.current.observe(node)
    setWidth(Math.round(node.getBoundingClientRect().width))
  }, [])
  return [width, measure]
}
