// Every pair of text and background on the page with its contrast (WCAG 2.2, relative luminance), the worst first.
() => {
  const parse = text => {
    const n = (text.match(/[\d.]+/g) ?? []).map(Number);
    return text === 'transparent' || n.length < 3 ? [0, 0, 0, 0] : [n[0], n[1], n[2], n[3] ?? 1];
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const background = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const pairs = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    if (element.closest('.spoken') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const behind = background(element);
    const ink = over(parse(element instanceof SVGElement ? style.fill : style.color), behind);
    const [light, dark] = [luminance(ink), luminance(behind)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const pair = {
      ratio: (light + 0.05) / (dark + 0.05), needed: isLarge ? 3 : 4.5,
      what: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${node.data.trim().slice(0, 30)}”`
        + ` ${style.color} on ${behind.slice(0, 3).map(Math.round)}`,
    };
    const key = `${ink.map(Math.round)}/${behind.map(Math.round)}/${isLarge}`;
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => a.ratio / a.needed - b.ratio / b.needed);
}
