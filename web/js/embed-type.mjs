// The page's type inside a frame of another page. A file of it may not be loaded there, as `embed-boot.mjs` says of
// others; so the fonts come as text within this script, and are handed to the browser before the page is drawn.

import { fromBase64 } from "./base64.mjs";

/** Each font as `styles/type.css` describes it, and its file in base64; the build puts them here. */
const FONTS = LOOPGLASS_FONTS;

for (const { family, weight, unicodeRange, file } of FONTS) {
  document.fonts.add(new FontFace(family, fromBase64(file), { weight, unicodeRange }));
}
