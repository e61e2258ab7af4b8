import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'electron-vite'

const external = ['better-sqlite3', 'electron', 'electron-store', 'electron-log', 'electron-log/node.js', 'conf']

/** Entries of the main side: both hosts, the command line, the two workers. */
const mainEntries = {
  index: 'src/main/index.ts',
  serve: 'src/main/serve.ts',
  springline: 'src/main/springline.ts',
  ingest: 'src/main/workers/ingest.ts',
  reader: 'src/main/workers/reader.ts',
}

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      outDir: 'out/main',
      rollupOptions: {
        input: mainEntries,
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
})
