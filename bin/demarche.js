#!/usr/bin/env node
// Only what Node.js 12 can parse: this must still run where the program itself cannot, to say so.
const LEAST = 22

if (Number(process.versions.node.split('.')[0]) < LEAST) {
  const why = `this is ${process.version}: install a newer one from nodejs.org`
  console.error(`demarche needs Node.js ${LEAST} or newer; ${why}`)
  process.exit(1)
}

import('node:module')
  .then(module => {
    if (module.enableCompileCache) module.enableCompileCache()
    return import('../dist/cli.js')
  })
  .catch(error => {
    const unbuilt = error && error.code === 'ERR_MODULE_NOT_FOUND' && /dist.cli\.js/.test(error.message)
    console.error(`demarche: ${unbuilt ? 'it is not built yet; run npm ci, or npm run build' : error.message}`)
    process.exit(1)
  })
