/** The page a key goes to, or null: PageUp and PageDown anywhere in the dialog, arrows and ends beside the page. */
export function pageWanted(event: KeyboardEvent, page: number, pages: number): number | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  const writing = event.target instanceof HTMLInputElement;
  const beside = event.target instanceof Element && event.target.closest('[data-pages]') !== null;
  const forward = document.dir === 'rtl' ? -1 : 1;
  if (event.key === 'PageDown') return page + 1;
  if (event.key === 'PageUp') return page - 1;
  if (!beside || writing) return null;
  if (event.key === 'ArrowRight') return page + forward;
  if (event.key === 'ArrowLeft') return page - forward;
  if (event.key === 'Home') return 1;
  return event.key === 'End' ? pages : null;
}
