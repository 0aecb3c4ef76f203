// Telephones as people type them: a number or two, with a word beside ("06 39 98 41 07 (tante)").

/** Whether a number can be called, or nothing stands there: six figures at least, somewhere. */
export function isPhone(text: string): boolean {
  const figures = text.replace(/\D/g, '').length;
  return text.trim() === '' || figures >= 6;
}

/** French numbers of ten figures in pairs, as they are read aloud; everything else as it was typed. */
export function spaced(text: string): string {
  return text.replace(/(?<!\d)0(?:[ .-]?\d){9}(?!\d)/g, (number) =>
    number.replace(/\D/g, '').replace(/(\d\d)(?=\d)/g, '$1 '),
  );
}
