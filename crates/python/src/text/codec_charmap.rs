//! Encodings of one byte a character whose upper half is a table, such as `cp1252`.

use super::codec::{CodecError, Encoding, Handler, decode_error, encode_error, escape, find_handler};

/// One of the tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Charmap {
    /// `cp1252`: Western Europe on Windows.
    Cp1252,
    /// `iso-8859-15`: Latin-1 with the euro sign.
    Latin9,
    /// `cp437`: the first PC.
    Cp437,
    /// `cp1251`: Cyrillic on Windows.
    Cp1251,
    /// `koi8-r`: Russian.
    Koi8R,
}

/// What a byte from 0x80 on stands for; U+FFFD where it stands for nothing.
const CP1252: &str = concat!(
    "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ",
    "\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
    "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
);
const LATIN9: &str = concat!(
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}",
    "\u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
    "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
);
const CP437: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
    "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
    "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
);
const CP1251: &str = concat!(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ",
    "\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
);
const KOI8_R: &str = concat!(
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷",
    "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©",
    "юабцдефгхийклмнопярстужвьызшэщчъ",
    "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
);

const REASON: &str = "character maps to <undefined>";

impl Charmap {
    /// The encoding with a name in lower case, with `-` between its parts.
    pub fn find(name: &str) -> Option<Charmap> {
        Some(match name {
            "cp1252" | "1252" | "windows-1252" => Charmap::Cp1252,
            "iso-8859-15" | "iso8859-15" | "latin-9" | "latin9" | "l9" => Charmap::Latin9,
            "cp437" | "437" | "ibm437" => Charmap::Cp437,
            "cp1251" | "1251" | "windows-1251" => Charmap::Cp1251,
            "koi8-r" => Charmap::Koi8R,
            _ => return None,
        })
    }

    fn table(self) -> &'static str {
        match self {
            Charmap::Cp1252 => CP1252,
            Charmap::Latin9 => LATIN9,
            Charmap::Cp437 => CP437,
            Charmap::Cp1251 => CP1251,
            Charmap::Koi8R => KOI8_R,
        }
    }

    fn byte(self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return u8::try_from(c).ok();
        }
        let at = self.table().chars().position(|other| other == c && c != char::REPLACEMENT_CHARACTER)?;
        u8::try_from(128 + at).ok()
    }
}

/// Text as bytes.
pub fn encode(text: &str, map: Charmap, errors: &str) -> Result<Vec<u8>, CodecError> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(chars.len());
    for (start, &c) in chars.iter().enumerate() {
        if let Some(byte) = map.byte(c) {
            out.push(byte);
            continue;
        }
        let Some(instead) = find_handler(errors)?.instead_of(c) else {
            let run = chars[start..].iter().take_while(|&&c| map.byte(c).is_none()).count();
            return Err(encode_error(Encoding::Charmap(map), c, start, start + run, REASON));
        };
        out.extend(instead.bytes());
    }
    Ok(out)
}

/// Bytes as text.
pub fn decode(bytes: &[u8], map: Charmap, errors: &str) -> Result<String, CodecError> {
    let upper: Vec<char> = map.table().chars().collect();
    let mut out = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        let found =
            if byte < 128 { Some(char::from(byte)) } else { upper.get(usize::from(byte) - 128).copied() };
        match found.filter(|&c| c != char::REPLACEMENT_CHARACTER) {
            Some(c) => out.push(c),
            None => match find_handler(errors)? {
                Handler::Ignore => {}
                Handler::Replace => out.push(char::REPLACEMENT_CHARACTER),
                Handler::BackslashReplace => out.push_str(&escape(u32::from(byte))),
                _ => return Err(decode_error(Encoding::Charmap(map), &[byte], at, REASON)),
            },
        }
    }
    Ok(out)
}
