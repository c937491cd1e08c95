# What `codecs` has in C.

from codecs import decode, encode, lookup
