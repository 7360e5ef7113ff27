// Package pem: bytes as lines of base64 between BEGIN and END (RFC 1421).
package pem

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Block is what is between BEGIN and END of a type.
type Block struct {
	Type    string
	Headers map[string]string
	Bytes   []byte
}

const (
	begin = "-----BEGIN "
	end   = "\n-----END "
	dash  = "-----"
)

// Decode finds the next block and what follows it; nil and all of the data if there is none.
func Decode(data []byte) (p *Block, rest []byte) {
	d := decoder{data, 0}
	for from := 0; from >= 0; {
		found := bytes.Index(data[from:], []byte(end))
		if found < 0 {
			break
		}
		last := from + found
		block, isOver := d.block(from, last)
		if block != nil {
			d.at = last + len(end) - 1
			d.line()
			return block, data[d.at:]
		}
		from = last + len(end)
		if isOver || from < d.at {
			break
		}
	}
	return nil, data
}

type decoder struct {
	data []byte
	at   int
}

// line takes a line, without white space at its end.
func (d *decoder) line() []byte {
	line, _, found := bytes.Cut(d.data[d.at:], []byte("\n"))
	d.at += len(line)
	if found {
		d.at++
		line = bytes.TrimSuffix(line, []byte("\r"))
	}
	return bytes.TrimRight(line, " \t")
}

// block is what ends before last, or nil; isOver if nothing after it is one either.
func (d *decoder) block(from, last int) (b *Block, isOver bool) {
	start := bytes.LastIndex(d.data[from:last], []byte(begin))
	if start < 0 || start > 0 && d.data[from+start-1] != '\n' {
		return nil, false
	}
	d.at = from + start + len(begin)
	name, isBegin := bytes.CutSuffix(d.line(), []byte(dash))
	if !isBegin {
		return nil, false
	}
	b = &Block{Type: string(name), Headers: map[string]string{}}
	for {
		if d.at == len(d.data) {
			return nil, true
		}
		before := d.at
		key, value, isHeader := bytes.Cut(d.line(), []byte(":"))
		if !isHeader {
			d.at = before
			break
		}
		b.Headers[string(bytes.TrimSpace(key))] = string(bytes.TrimSpace(value))
	}
	if len(b.Headers) > 0 && last < d.at {
		return nil, false
	}
	after, isEnd := bytes.CutPrefix(d.data[last+len(end):], append(name[:len(name):len(name)], dash...))
	if !isEnd {
		return nil, false
	}
	if behind := (&decoder{after, 0}).line(); len(behind) > 0 {
		return nil, false
	}
	b.Bytes = []byte{}
	if last <= d.at {
		return b, false
	}
	text := strings.NewReplacer(" ", "", "\t", "").Replace(string(d.data[d.at:last]))
	decoded, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, false
	}
	b.Bytes = decoded
	return b, false
}

// lineLength counts the characters of a line.
const lineLength = 64

// Encode writes a block; Proc-Type is the first of its headers.
func Encode(out io.Writer, b *Block) error {
	keys := slices.Sorted(maps.Keys(b.Headers))
	for i, key := range keys {
		if strings.Contains(key, ":") {
			return errors.New("pem: cannot encode a header key that contains a colon")
		}
		if key == "Proc-Type" {
			copy(keys[1:], keys[:i])
			keys[0] = key
		}
	}
	var text strings.Builder
	text.WriteString(begin + b.Type + dash + "\n")
	for _, key := range keys {
		text.WriteString(key + ": " + b.Headers[key] + "\n")
	}
	if len(keys) > 0 {
		text.WriteByte('\n')
	}
	encoded := base64.StdEncoding.EncodeToString(b.Bytes)
	for len(encoded) > 0 {
		n := min(len(encoded), lineLength)
		text.WriteString(encoded[:n] + "\n")
		encoded = encoded[n:]
	}
	text.WriteString(end[1:] + b.Type + dash + "\n")
	_, err := io.WriteString(out, text.String())
	return err
}

// EncodeToMemory is nil for a block that cannot be written.
func EncodeToMemory(b *Block) []byte {
	var out bytes.Buffer
	if Encode(&out, b) != nil {
		return nil
	}
	return out.Bytes()
}
