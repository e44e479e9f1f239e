/** Started by `dossier.ts`: prints the milliseconds from before the first import of the loader to the dossier. */
export {}

const start = performance.now()
const { loadDossier } = await import(process.argv[3] ?? '../src/source/dossier.js')
await loadDossier(process.argv[2]!)
console.log(performance.now() - start)
