import { attribute, type Element } from './html-tree.js'

/** Elements that are never part of a statement's text. */
const TAGS = new Set(
  (
    'script style noscript template nav aside footer button input select textarea option label iframe object embed ' +
    'svg canvas picture img video audio map math dialog figure figcaption head title meta link base menu datalist ' +
    'progress meter applet frame frameset noframes search'
  ).split(' '),
)

const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|form|button)$/

/** Words of class names and ids, cut at `-`, `_` and humps, that name what stands around a statement. */
const NAMES =
  /^(?:share|sharing|sharebar|social|addtoany|addthis|sharethis|sharedaddy|related|recommended|recommendations|breadcrumb|breadcrumbs|cookie|cookies|consent|gdpr|newsletter|subscribe|subscription|signup|sidebar|comment|comments|disqus|respond|pagination|pager|navigation|nav|navbar|menu|submenu|toolbar|advert|advertisement|ads|promo|skip|skiplink|skiplinks|masthead|foot|footer|sitefooter|copyright|sitemap|print|printlink|printonly|tags|taglist|popup|modal|noprint|translate|langswitch|feedback|survey|metabar|backtotop|login)$/

const HIDDEN_NAMES =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|hidden|hide|d-none|element-invisible|invisible)(?:\s|$)/i

/** Whether an element is outside a statement by its own nature or because nobody sees it. */
export function isFurniture(element: Element): boolean {
  return TAGS.has(element.tagName) || isHidden(element)
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style')
  return (
    attribute(element, 'hidden') !== null ||
    attribute(element, 'aria-hidden') === 'true' ||
    (style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) ||
    HIDDEN_NAMES.test(attribute(element, 'class') ?? '')
  )
}

/** Whether an element is outside a statement by its role or name, unless it turns out to hold the statement. */
export function isNamedFurniture(element: Element): boolean {
  if (element.tagName === 'form' || ROLES.test(attribute(element, 'role') ?? '')) return true
  // A page's own frame carries every name there is ("page has-sidebar"), and so does an article.
  if (/^(?:html|body|main|article)$/.test(element.tagName)) return false
  return [attribute(element, 'id'), ...(attribute(element, 'class') ?? '').split(/\s+/)].some(isFurnitureName)
}

function isFurnitureName(name: string | null): boolean {
  if (!name) return false
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
  // "no-sidebar", "with-comments" and "has-share" describe the element; they do not say what it is.
  if (/^(?:no|with|without|has|not|is)$/.test(words[0] ?? '')) return false
  return words.some(word => NAMES.test(word))
}

/** A heading over links to other pages, or a line of the page and not of the statement. */
export function isFurnitureText(text: string): boolean {
  return (
    /^(?:related(?: (?:links|content|articles|documents|news|information))?|see also|read more|more (?:on|from|news)\b[^.]{0,40}|share(?: (?:this|on)\b[^.]{0,30})?|tags?|topics?|print(?: this page)?|back to [^.]{1,30}|top of page|download(?: pdf)?|no comments:?|post a comment|leave a (?:comment|reply)|follow us[^.]{0,30}|previous|next|e-?mail|tweet|facebook|twitter|linkedin|whatsapp)\s*:?$/i.test(
      text,
    ) ||
    (/\bcookies?\b/i.test(text) &&
      /\b(?:accept|consent|preferences|browsing|website|site)\b/i.test(text) &&
      text.length < 700) ||
    /^(?:©|copyright\b|\(c\)\s)/i.test(text)
  )
}
