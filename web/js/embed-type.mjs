// The page's type inside a frame of another page. A file of it may not be loaded there, as `embed-boot.mjs` says of
// others; so the fonts come as text within this script, and are handed to the browser before the page is drawn.

/** Each font as `styles/type.css` describes it, and its file in base64; the build puts them here. */
const FONTS = LOOPGLASS_FONTS;

for (const { family, weight, unicodeRange, file } of FONTS) {
  const bytes = Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
  document.fonts.add(new FontFace(family, bytes, { weight, unicodeRange }));
}
