// What a player typed, as a name: an email address or a username.

/** Whitespace and invisible format characters. */
const blank = /[\s\x85\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]+/.source;
const blankEnds = new RegExp(`^${blank}|${blank}$`, "g");

/** Removes blanks at both ends, as the call does. */
export function trimName(value: string): string {
  return value.replace(blankEnds, "");
}

/** Equal for spellings of the same person: an email address means the same in any case and Unicode form. */
export function personOf(value: string): string {
  const name = trimName(value);
  return name.includes("@") ? name.normalize().toLowerCase() : name;
}

const SHORT_LENGTH = 36;

/** Cuts the middle out of a long text: the ends distinguish addresses. */
export function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= SHORT_LENGTH) return text;
  const half = (SHORT_LENGTH - 2) / 2;
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
