import { defineConfig } from 'tsdown'

// The library, the command line and the thread that it starts for many inputs, with their common parts shared.
export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  fixedExtension: false,
  dts: { entry: ['src/index.ts'] },
  clean: true,
})
