// The packages of Go's standard library that programs may import: facts about Go, not about us.

/** `a: b c` for a/b and a/c. */
const standardLibrary = `
archive: tar zip
bufio builtin bytes cmp
compress: bzip2 flate gzip lzw zlib
container: heap list ring
context crypto
crypto: aes boring cipher des dsa ecdh ecdsa ed25519 elliptic fips140 hkdf hmac hpke md5 mldsa mlkem
crypto: pbkdf2 rand rc4 rsa sha1 sha256 sha3 sha512 subtle tls x509 x509/pkix
database: sql sql/driver
debug: buildinfo dwarf elf gosym macho pe plan9obj
embed encoding
encoding: ascii85 asn1 base32 base64 binary csv gob hex json json/jsontext json/v2 pem xml
errors expvar flag fmt
go: ast build build/constraint constant doc doc/comment format importer parser printer scanner token
go: types version
hash
hash: adler32 crc32 crc64 fnv maphash
html
html: template
image
image: color color/palette draw gif jpeg png
index: suffixarray
io
io: fs ioutil
iter log
log: slog syslog
maps math
math: big bits cmplx rand rand/v2
mime
mime: multipart quotedprintable
net
net: http http/cgi http/cookiejar http/fcgi http/httptest http/httptrace http/httputil http/pprof
net: mail netip rpc rpc/jsonrpc smtp textproto url
os
os: exec signal user
path
path: filepath
plugin reflect regexp
regexp: syntax
runtime
runtime: cgo coverage debug metrics pprof race trace
simd slices sort strconv strings structs sync
sync: atomic
syscall
syscall: js
testing
testing: cryptotest fstest iotest quick slogtest synctest
text: scanner tabwriter template template/parse
time
time: tzdata
unicode
unicode: utf16 utf8
unique unsafe uuid weak
`;

/** Import paths, in the order of the list. */
export const standardPackages: readonly string[] = standardLibrary
  .trim()
  .split('\n')
  .flatMap(pathsOf);

function pathsOf(line: string): readonly string[] {
  const [first = '', rest] = line.split(': ');
  if (rest === undefined) return first.split(' ');
  return rest.split(' ').map((name) => `${first}/${name}`);
}
