import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The web app: `npm run build:web` writes it to `dist/web`; everything it needs is in there, nothing is loaded from outside. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A font or an icon as a data: address would be against the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What belongs to a first view is measured by it (scripts/web/size.ts).
    manifest: true,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.DEMARCHE_API ?? 'http://127.0.0.1:4321' } },
})

/** The two fonts that every view needs are fetched together with the style sheet, not after it. */
function preloadFonts(): Plugin {
  const needed = /source-(?:serif-4|sans-3)-latin-wght-normal/
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(file => needed.test(file))
          .map(file => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  }
}
