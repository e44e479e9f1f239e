const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Text for an HTML page, between tags or in a quoted attribute. Control characters, which HTML forbids, become the
 * replacement character.
 */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, character => ENTITIES[character])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that HTML forbids
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
      .toWellFormed()
  )
}
