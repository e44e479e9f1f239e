import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web app: `npm run build:web` writes it to `dist/web`; everything it needs is in there, nothing is loaded from outside. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A font or an icon as a data: address would be against the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.DEMARCHE_API ?? 'http://127.0.0.1:4321' } },
})
