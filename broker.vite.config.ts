import { defineConfig } from 'vite'

/** The broker as one file with everything it needs: `npm run build:broker`. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/broker/main.ts',
    outDir: 'out/broker',
    target: 'node24',
    minify: false,
    emptyOutDir: true,
    rollupOptions: { output: { format: 'es', entryFileNames: 'main.mjs', codeSplitting: false } },
  },
  ssr: { noExternal: true },
})
