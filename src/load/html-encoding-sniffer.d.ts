declare module 'html-encoding-sniffer' {
  interface Options {
    xml?: boolean
    transportLayerEncodingLabel?: string
    defaultEncoding?: string | null
    maxPrescanBytes?: number
  }
  /** Encoding named by a byte order mark, the label or the page's own `<meta>` or XML declaration; else the default. */
  export default function sniff(bytes: Uint8Array, options?: Options): string | null
}
