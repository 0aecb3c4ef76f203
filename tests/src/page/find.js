// Finds what a person would call by its role and name, and where it can be touched. Given to every script.
const flat = (text) => (text ?? '').replace(/[\u00a0\u202f\s]+/g, ' ').replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim();

const roleOf = (element) => {
  const own = element.getAttribute('role');
  if (own) return own.split(' ')[0];
  const tag = element.localName;
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  if (tag === 'input') {
    const roles = { button: 'button', submit: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider', search: 'searchbox', number: 'spinbutton', file: 'file' };
    return roles[type] ?? 'textbox';
  }
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'a') return element.hasAttribute('href') ? 'link' : 'generic';
  if (tag === 'select') return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
  const roles = { button: 'button', summary: 'button', textarea: 'textbox', img: 'img', dialog: 'dialog', nav: 'navigation', main: 'main', table: 'table', tr: 'row', td: 'cell', th: 'columnheader', ul: 'list', ol: 'list', li: 'listitem', option: 'option', aside: 'complementary', header: 'banner', form: 'form', section: 'region', canvas: 'canvas', fieldset: 'group' };
  return roles[tag] ?? 'generic';
};

// What is read aloud of an element's content: hidden parts are left out, pictures give their alternative.
const textOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true' || node.hidden) return '';
  const label = node.getAttribute('aria-label');
  if (label) return ` ${label} `;
  if (node.localName === 'img') return ` ${node.alt} `;
  return [...node.childNodes].map(textOf).join(' ');
};

const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return flat(by.split(/\s+/).map((id) => document.getElementById(id)).map((part) => (part ? textOf(part) : '')).join(' '));
  if (element.getAttribute('aria-label')) return flat(element.getAttribute('aria-label'));
  if (element.labels?.length) return flat([...element.labels].map((label) => [...label.childNodes].filter((node) => node !== element).map(textOf).join(' ')).join(' '));
  if (element.localName === 'img') return flat(element.alt);
  if (element.localName === 'fieldset') return flat(element.querySelector('legend')?.textContent);
  const own = ['input', 'textarea', 'select'].includes(element.localName) ? '' : flat(textOf(element));
  return own || flat(element.title) || flat(element.getAttribute('placeholder'));
};

const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && element.getClientRects().length > 0 && !element.closest('[aria-hidden="true"], [inert]');

// `name` is the whole name, or its beginning when it ends in an ellipsis, or a part of it between tildes.
const matches = (name, wanted) => {
  if (wanted === '') return true;
  if (wanted.startsWith('~') && wanted.endsWith('~')) return name.toLowerCase().includes(wanted.slice(1, -1).toLowerCase());
  if (wanted.endsWith('…')) return name.startsWith(wanted.slice(0, -1)) || name === wanted;
  return name === wanted;
};

const all = (role, name) => {
  const dialogs = [...document.querySelectorAll('dialog:modal')];
  const ground = dialogs.at(-1) ?? document;
  return [...(ground === document ? [] : [ground]), ...ground.querySelectorAll('*')].filter((element) => roleOf(element) === role && shown(element) && matches(nameOf(element), name));
};

const spot = (element) => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const at = document.elementFromPoint(x + width / 2, y + height / 2);
  const inside = at !== null && (element === at || element.contains(at) || at.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(at)));
  return { x, y, width, height, name: nameOf(element), text: flat(element.innerText ?? ''), value: element.value ?? null, disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true', reachable: inside, focused: document.activeElement === element, pressed: element.getAttribute('aria-pressed') ?? element.getAttribute('aria-selected') ?? element.getAttribute('aria-checked') ?? (element.checked === undefined ? null : String(element.checked)), checked: element.checked ?? null };
};

const inventory = () =>
  ['heading', 'button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'option', 'tab', 'menuitem', 'dialog', 'gridcell', 'row', 'listitem', 'img', 'status', 'alert']
    .flatMap((role) => all(role, '').map((element) => `${role} "${nameOf(element).slice(0, 80)}"`))
    .slice(0, 120)
    .join('\n');
