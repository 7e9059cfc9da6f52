"""What axe does not look at: large text, wide spacing, small targets, the way by keyboard."""

#: The text spacing that WCAG 1.4.12 asks a page to bear.
SPACED = ("*{line-height:1.5!important;letter-spacing:.12em!important;"
          "word-spacing:.16em!important}p{margin-bottom:2em!important}")

#: A browser's setting for large text, twice the size.
LARGE = "html{font-size:200%!important}"

#: A sheet that is made here is no part of the page, so the policy of the page does not forbid it.
ADOPT = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
document.adoptedStyleSheets = css ? [sheet] : [] }"""

#: What sticks out of the window, and what hides the end of its own text. What stands in a box to
#: be typed in can be scrolled; what is hidden from the eye on purpose is not cut.
CUT = """() => { const wide = document.documentElement.scrollWidth > innerWidth + 1
  ? ['sideways ' + document.documentElement.scrollWidth] : [];
const cut = [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return !e.closest('.tersembunyi') && !e.matches('input,textarea,select')
    && s.clipPath === 'none' && e.clientHeight && /hidden|clip/.test(s.overflow)
    && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)});
return wide.concat(cut.map(e => 'cut ' + e.tagName + '.' + e.className)) }"""

#: Controls under 24 px, and a citizen's own controls under 44 px; links in a line are let off.
SMALL = """least => [...document.querySelectorAll(
  'a[href],button,input:not([type=hidden]),select,textarea,summary')].flatMap(e => {
  const box = (e.type === 'radio' || e.type === 'checkbox' ? e.closest('label') ?? e : e)
    .getBoundingClientRect();
  if (!box.width || e.closest('.tersembunyi,.lompat')) return [];
  const inline = e.tagName === 'A' && getComputedStyle(e).display === 'inline';
  const need = inline ? 0 : e.tagName === 'A' ? 24 : least;
  return box.height + .5 < need || box.width + .5 < Math.min(need, 24)
    ? [`${e.tagName} ${e.name || e.className || e.textContent.trim()} `
       + `${Math.round(box.width)}x${Math.round(box.height)}`] : [] })"""

#: What has the focus: who it is, whether it can be seen to have it, whether something covers it.
FOCUS = """() => { const e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const box = e.getBoundingClientRect();
const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + box.height / 2;
const top = document.elementFromPoint(x, y);
const label = e.labels && e.labels[0];
const seen = box => { const style = getComputedStyle(box); return style.boxShadow !== 'none'
  || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
window.walked ??= new Map();
if (!window.walked.has(e)) window.walked.set(e, window.walked.size);
return { id: window.walked.get(e),
  name: e.tagName + ' ' + (e.name || e.textContent.trim().slice(0, 30)),
  shown: seen(e) || !!label && label.contains(e) && seen(label),
  covered: !(top && (e.contains(top) || top.contains(e) || label && label.contains(top))) } }"""

#: What a person with a keyboard must come to; of radio buttons one a group.
REACHABLE = """() => { const groups = new Set();
return [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
  .filter(e => { const box = e.getBoundingClientRect();
    if (e.disabled || !(box.width && box.height) || !e.checkVisibility()) return false;
    if (e.type !== 'radio') return true;
    return !groups.has(e.name) && groups.add(e.name) }).length }"""


def bears_large_and_spaced_text(page):
    """What is cut or sticks out at 320 px with wide spacing, and with text twice as large."""
    faults = []
    for name, css in (("spaced", SPACED), ("large", LARGE)):
        page.evaluate(ADOPT, css)
        faults += [(name, fault) for fault in page.evaluate(CUT)]
    page.evaluate(ADOPT, "")
    return faults


def small_targets(page, least):
    return page.evaluate(SMALL, least)


def walk(page, most=90):
    """Goes round the page with Tab; what is wrong on the way."""
    faults, seen = [], set()
    page.evaluate("document.activeElement.blur(); window.walked = new Map(); scrollTo(0, 0)")
    laps = 0
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None and not laps:
            # A page that put the focus into its form began in the middle.
            laps = 1
            continue
        if stop is None or stop["id"] in seen:
            break
        seen.add(stop["id"])
        if not stop["shown"]:
            faults.append(("focus cannot be seen", stop["name"]))
        if stop["covered"]:
            faults.append(("focus is covered", stop["name"]))
    else:
        faults.append(("a trap", f"more than {most} stops"))
    missed = page.evaluate(REACHABLE) - len(seen)
    if missed > 0:
        faults.append(("not reached", f"{missed} controls"))
    return faults


#: Headings of narrow tables that are broken within a word: the word alone is wider than its place.
BROKEN_LABELS = """() => { const draw = document.createElement('canvas').getContext('2d');
return [...document.querySelectorAll('.tabel td[data-judul]')].flatMap(cell => {
  const style = getComputedStyle(cell, '::before');
  if (style.display === 'none' || style.float === 'none') return [];
  draw.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const words = cell.dataset.judul.split(/[\\s-]+/);
  const widest = Math.max(...words.map(word => draw.measureText(word).width));
  return widest > parseFloat(style.width) + 1
    ? [`${cell.dataset.judul} ${Math.round(widest)} > ${style.width}`] : [] }) }"""


def labels_whole(page):
    """The headings beside values of narrow tables that are broken within a word."""
    return page.evaluate(BROKEN_LABELS)
