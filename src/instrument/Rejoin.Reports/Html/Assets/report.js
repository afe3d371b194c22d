'use strict';
(() => {
  // A link into something closed opens it; browsers do so for text they find, not all of them for links.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    const focus = target.tagName === 'DETAILS' ? target.firstElementChild : target;
    if (focus === target) target.tabIndex = -1;
    focus.focus({ preventScroll: true });
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });

  // Paper cannot be opened: everything is printed, and closed again afterwards.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const each of closed) each.open = true;
  });
  addEventListener('afterprint', () => { for (const each of closed) each.open = false; });

  // The matrix is one stop of the Tab key; arrows move inside it.
  const rows = [...document.querySelectorAll('.matrix tbody tr')].map(row => [...row.children].slice(1)
    .map(cell => cell.querySelector('a')));
  const cells = rows.flat().filter(Boolean);
  const first = cells.find(cell => cell.classList.contains('fail')) ?? cells[0];
  for (const cell of cells) cell.tabIndex = cell === first ? 0 : -1;
  const find = (row, column, down, across) => {
    for (row += down, column += across; rows[row] && column >= 0 && column < rows[row].length; row += down, column += across)
      if (rows[row][column]) return rows[row][column];
    return null;
  };
  document.querySelector('.matrix')?.addEventListener('keydown', event => {
    const row = rows.findIndex(each => each.includes(document.activeElement));
    if (row < 0) return;
    const column = rows[row].indexOf(document.activeElement);
    const next = {
      ArrowRight: () => find(row, column, 0, 1), ArrowLeft: () => find(row, column, 0, -1),
      ArrowDown: () => find(row, column, 1, 0), ArrowUp: () => find(row, column, -1, 0),
      Home: () => find(row, -1, 0, 1), End: () => find(row, rows[row].length, 0, -1),
    }[event.key]?.();
    if (!next) return;
    event.preventDefault();
    for (const cell of cells) cell.tabIndex = cell === next ? 0 : -1;
    next.focus();
  });
})();
