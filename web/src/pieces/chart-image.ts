/** A chart as a picture of its own: with the colours and fonts that it has on the page. */

const TAKEN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font', 'text-anchor', 'display']
/** Pixels of the picture for one of the page. */
const SCALE = 2

/** The chart as an SVG file, its computed style written into it. */
export function svgText(chart: SVGSVGElement | null): string {
  if (!chart) throw new Error('There is no chart to be saved yet; wait until it is drawn.')
  const copy = chart.cloneNode(true) as SVGSVGElement
  const from = [chart, ...chart.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    const target = to[i] as SVGElement
    for (const property of TAKEN) target.style.setProperty(property, style.getPropertyValue(property))
  })
  const { width, height } = chart.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.style.setProperty('background', getComputedStyle(document.body).backgroundColor)
  return new XMLSerializer().serializeToString(copy)
}

/** The chart as a PNG at twice its size on the page. */
export async function pngBlob(chart: SVGSVGElement | null): Promise<Blob> {
  const text = svgText(chart)
  const { width, height } = chart!.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * SCALE)
  canvas.height = Math.ceil(height * SCALE)
  const context = canvas.getContext('2d')!
  context.scale(SCALE, SCALE)
  context.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The browser could not draw it.'))), 'image/png'),
  )
}
