/** Started by `dossier.ts` as a process of its own: prints the milliseconds from before the loader's import to the dossier. */
const [, , folder, loader] = process.argv
const start = performance.now()
const { loadDossier } = await import(loader)
await loadDossier(folder)
console.log(performance.now() - start)
