// Binary values, hex dumps, base64 and base32 streams, CSV, with errors.
package main

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand"
	"os"
	"strings"
)

type header struct {
	Magic [4]byte
	Ver   uint16
	Flag  bool
	_     [3]byte
	Size  int32
	F     float32
	C     complex64
	Sub   struct{ A, B int8 }
}

func main() {
	h := header{Magic: [4]byte{'a', 'b', 'c', 'd'}, Ver: 0x1234, Flag: true, Size: -5, F: 1.5, C: 2 + 3i}
	h.Sub.A = -1
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		var buf bytes.Buffer
		fmt.Println(order, binary.Write(&buf, order, &h), binary.Size(h))
		fmt.Printf("% x\n", buf.Bytes())
		var back header
		fmt.Println(binary.Read(&buf, order, &back), back)
		fmt.Println(binary.Read(&buf, order, &back))
		buf.Write([]byte{1, 2})
		fmt.Println(binary.Read(&buf, order, &back))
		b, err := binary.Append([]byte{9}, order, []uint16{1, 2})
		fmt.Println(b, err)
		n, err := binary.Encode(make([]byte, 3), order, uint32(1))
		fmt.Println(n, err)
		var xs [2]int16
		n, err = binary.Decode([]byte{1, 2, 3, 4}, order, &xs)
		fmt.Println(n, err, xs)
		sl := make([]uint8, 2)
		fmt.Println(binary.Read(bytes.NewReader([]byte{7, 8}), order, sl), sl)
	}
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, 5), binary.Size(5), binary.Size([]int32{1}), binary.Size("x"))
	fmt.Println(binary.Read(strings.NewReader("x"), binary.BigEndian, 5))
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, struct{ S string }{}))
	data := []byte("The quick brown fox jumps over the lazy dog.\x00\xff")
	fmt.Print(hex.Dump(data), hex.Dump(data[:8]), hex.Dump(data[:5]), hex.Dump(nil), hex.Dump(data[:16]))
	d := hex.Dumper(os.Stdout)
	d.Write(data[:7])
	d.Write(data[7:20])
	d.Close()
	_, err := d.Write(data)
	fmt.Println(err, d.Close())
	e := hex.NewEncoder(os.Stdout)
	n, err := e.Write(data)
	fmt.Println(n, err)
	for _, s := range []string{"", "61", "6162f", "61zz", "6g", "6"} {
		b, err := io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Println(b, err)
	}
	r := rand.New(rand.NewSource(2))
	for i := range 60 {
		raw := make([]byte, r.Intn(20))
		r.Read(raw)
		for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding} {
			var sb strings.Builder
			w := base64.NewEncoder(enc, &sb)
			w.Write(raw[:len(raw)/2])
			w.Write(raw[len(raw)/2:])
			w.Close()
			text := []byte(sb.String())
			if i%3 == 1 && len(text) > 0 {
				text[r.Intn(len(text))] = "!=\nA"[r.Intn(4)]
			}
			if i%3 == 2 && len(text) > 0 {
				text = text[:r.Intn(len(text))]
			}
			b, err := io.ReadAll(base64.NewDecoder(enc, bytes.NewReader(text)))
			fmt.Printf("%q %x %v\n", text, b, err)
		}
		for _, enc := range []*base32.Encoding{base32.StdEncoding, base32.HexEncoding.WithPadding(base32.NoPadding)} {
			var sb strings.Builder
			w := base32.NewEncoder(enc, &sb)
			w.Write(raw[:len(raw)/2])
			w.Write(raw[len(raw)/2:])
			w.Close()
			fmt.Println(enc.EncodeToString(raw) == sb.String(), enc.EncodedLen(len(raw)), enc.DecodedLen(sb.Len()))
			text := []byte(sb.String())
			if i%3 == 1 && len(text) > 0 {
				text[r.Intn(len(text))] = "!=\nA"[r.Intn(4)]
			}
			if i%3 == 2 && len(text) > 0 {
				text = text[:r.Intn(len(text))]
			}
			b, err := io.ReadAll(base32.NewDecoder(enc, bytes.NewReader(text)))
			fmt.Printf("%q %x %v\n", text, b, err)
			b, err = enc.DecodeString(string(text))
			fmt.Printf("%x %v\n", b, err)
		}
	}
	pieces := []string{"a", "b,c", ",", "\"", "\"\"", "\n", "\r\n", " ", "#x\n", "é", "\"q\"", ";", "\\."}
	for i := range 300 {
		var in strings.Builder
		for range r.Intn(12) {
			in.WriteString(pieces[r.Intn(len(pieces))])
		}
		cr := csv.NewReader(strings.NewReader(in.String()))
		cr.LazyQuotes = i%2 == 0
		cr.TrimLeadingSpace = i%3 == 0
		cr.FieldsPerRecord = i%5 - 2
		if i%7 == 0 {
			cr.Comma = ';'
		}
		if i%4 == 0 {
			cr.Comment = '#'
		}
		cr.ReuseRecord = i%9 == 0
		fmt.Printf("%q\n", in.String())
		for {
			rec, err := cr.Read()
			fmt.Printf(" %q %v %d", rec, err, cr.InputOffset())
			for k := range rec {
				l, c := cr.FieldPos(k)
				fmt.Print(" ", l, ":", c)
			}
			fmt.Println()
			if err == io.EOF {
				break
			}
			if err != nil && i%2 == 1 {
				break
			}
		}
	}
	w := csv.NewWriter(os.Stdout)
	fmt.Println(w.WriteAll([][]string{{"a", "b c", "d,e", "f\"g", " h", "", "i\nj", "k\r\nl", `\.`}, {""}, {}}), w.Error())
	w.UseCRLF = true
	w.Comma = ';'
	w.Write([]string{"a;b", "c,d", "x\r\ny"})
	w.Flush()
	w.Comma = '"'
	fmt.Println(w.Write(nil))
	records, err := csv.NewReader(strings.NewReader("a,b\n1,2\n3\n")).ReadAll()
	fmt.Println(records, err)
}
