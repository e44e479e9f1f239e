const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Text for a page of HTML or XML, between tags or in a quoted attribute. Control characters, which both forbid, become the
 * replacement character.
 */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, character => ENTITIES[character])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that HTML and XML forbid
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
      .toWellFormed()
  )
}
