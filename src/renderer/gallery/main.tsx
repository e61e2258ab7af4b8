import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/app.css'
import { Gallery } from './gallery.tsx'

const place = document.getElementById('root')
const wish = new URLSearchParams(location.search)
for (const name of ['theme', 'contrast', 'density']) {
  const value = wish.get(name)
  if (value !== null) document.documentElement.dataset[name] = value
}
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <Gallery page={wish.get('page') ?? 'channels'} />
    </StrictMode>,
  )
