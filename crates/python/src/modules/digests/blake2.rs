//! BLAKE2b and BLAKE2s (RFC 7693) with key, salt and personal string, which the crates offer for fixed sizes only.

const SIGMA: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

const MIXED: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

macro_rules! blake2 {
    ($(#[$meta:meta])* $name:ident, $word:ty, $rounds:literal, $rotations:expr, $start:expr) => {
        $(#[$meta])*
        pub fn $name(data: &[u8], size: usize, key: &[u8], salt: &[u8], person: &[u8]) -> Vec<u8> {
            const WORD: usize = size_of::<$word>();
            const BLOCK: usize = WORD * 16;
            const ROTATIONS: [u32; 4] = $rotations;
            const START: [$word; 8] = $start;

            fn word(bytes: &[u8]) -> $word {
                let bytes = bytes.iter().rev();
                bytes.fold(0, |word, byte| word << 8 | <$word>::from(*byte))
            }

            fn compress(state: &mut [$word; 8], block: &[u8], count: u128, last: bool) {
                let mut message: [$word; 16] = [0; 16];
                for (place, bytes) in message.iter_mut().zip(block.chunks(WORD)) {
                    *place = word(bytes);
                }
                let mut v: [$word; 16] = [0; 16];
                v[..8].copy_from_slice(state);
                v[8..].copy_from_slice(&START);
                v[12] ^= count as $word;
                v[13] ^= (count >> (WORD * 8)) as $word;
                if last {
                    v[14] = !v[14];
                }
                for round in 0..$rounds {
                    let order = &SIGMA[round % 10];
                    for (at, [a, b, c, d]) in MIXED.into_iter().enumerate() {
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(message[order[2 * at]]);
                        v[d] = (v[d] ^ v[a]).rotate_right(ROTATIONS[0]);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(ROTATIONS[1]);
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(message[order[2 * at + 1]]);
                        v[d] = (v[d] ^ v[a]).rotate_right(ROTATIONS[2]);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(ROTATIONS[3]);
                    }
                }
                for (at, place) in state.iter_mut().enumerate() {
                    *place ^= v[at] ^ v[at + 8];
                }
            }

            // The parameter block: sizes, fan-out and depth of 1, salt and personal string at the end.
            let mut parameters = [0u8; WORD * 8];
            parameters[..4].copy_from_slice(&[size as u8, key.len() as u8, 1, 1]);
            parameters[WORD * 4..][..salt.len()].copy_from_slice(salt);
            parameters[WORD * 6..][..person.len()].copy_from_slice(person);
            let mut state = START;
            for (place, bytes) in state.iter_mut().zip(parameters.chunks(WORD)) {
                *place ^= word(bytes);
            }
            let mut all = Vec::with_capacity(BLOCK + data.len());
            if !key.is_empty() {
                all.extend_from_slice(key);
                all.resize(BLOCK, 0);
            }
            all.extend_from_slice(data);
            let mut done = 0;
            while all.len() - done > BLOCK {
                let block = &all[done..done + BLOCK];
                done += BLOCK;
                compress(&mut state, block, done as u128, false);
            }
            let mut block = all[done..].to_vec();
            block.resize(BLOCK, 0);
            compress(&mut state, &block, all.len() as u128, true);
            let bytes = state.iter().flat_map(|word| word.to_le_bytes());
            bytes.take(size).collect()
        }
    };
}

blake2! {
    /// BLAKE2b: a digest of 1 to 64 bytes; the key at most 64, salt and personal string at most 16.
    blake2b, u64, 12, [32, 24, 16, 63], [
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
    ]
}

blake2! {
    /// BLAKE2s: a digest of 1 to 32 bytes; the key at most 32, salt and personal string at most 8.
    blake2s, u32, 10, [16, 12, 8, 7], [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
}
