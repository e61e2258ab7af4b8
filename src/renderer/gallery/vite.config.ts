import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the page for looking at parts; it is never part of the app's own build. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss()],
  build: { rollupOptions: { input: fileURLToPath(new URL('../gallery.html', import.meta.url)) }, emptyOutDir: true, assetsInlineLimit: 0 },
})
