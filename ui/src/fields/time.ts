// A time as people type it.

const WRITTEN = {
  seconds: /^(?:(\d+)\s*(?:min|mn|m|:|'|’)\s*)?(\d+(?:\.\d+)?)?\s*(?:secondes?|seconds?|sec|s|")?$/,
  minutes: /^(?:(\d+)\s*(?:heures?|hours?|h|:)\s*)?(\d+(?:\.\d+)?)?\s*(?:minutes?|min|mn|m)?$/,
};

/** A time as people write it: "4", "4,5", "1:10", "1 min" in seconds; "15", "1 h 05" in minutes. Null when it is none. */
export function readTime(text: string, unit: keyof typeof WRITTEN): number | null {
  const found = WRITTEN[unit].exec(text.trim().toLowerCase().replace(',', '.'));
  if (!found || (found[1] === undefined && found[2] === undefined)) return null;
  return Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0);
}
