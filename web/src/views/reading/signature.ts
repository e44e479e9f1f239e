/** Who corrects and why: asked once, then remembered in the browser until the person says otherwise. */

export interface Signature {
  who: string
  why: string
}

const KEY = 'demarche.signature'

export function signatureKept(): Signature {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Signature>
    return { who: kept.who ?? '', why: kept.why ?? '' }
  } catch {
    return { who: '', why: '' }
  }
}

export function keepSignature(signature: Signature): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(signature))
  } catch {
    // It is then asked again next time.
  }
}
