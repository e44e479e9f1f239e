export async function readPdf(_b: Uint8Array, _l: string): Promise<import('./extract.js').Extract> {
  throw new Error('todo')
}
