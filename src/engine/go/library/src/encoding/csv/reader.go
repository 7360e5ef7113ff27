// Package csv reads and writes comma-separated values (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A ParseError says where a text is no CSV; lines and columns (in bytes) count from 1.
type ParseError struct {
	StartLine int
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }

var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// ErrTrailingComma is no longer used.
	ErrTrailingComma = errors.New("extra delimiter at end of line")

	errInvalidDelim = errors.New("csv: invalid field or comment delimiter")
)

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// A Reader reads records.
type Reader struct {
	Comma            rune
	Comment          rune
	FieldsPerRecord  int
	LazyQuotes       bool
	TrimLeadingSpace bool
	ReuseRecord      bool
	TrailingComma    bool

	r      *bufio.Reader
	line   int
	offset int64
	places []place
	last   []string
}

type place struct{ line, column int }

func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read reads one record. With ErrFieldCount the record is returned too.
func (r *Reader) Read() (record []string, err error) {
	if !r.ReuseRecord {
		return r.record(nil)
	}
	record, err = r.record(r.last)
	r.last = record
	return record, err
}

// ReadAll reads all records that are left.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.record(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos is where a field of the last record starts.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	return r.places[field].line, r.places[field].column
}

// InputOffset is how many bytes have been read as records.
func (r *Reader) InputOffset() int64 { return r.offset }

// readLine reads a line with its newline; \r before it is dropped.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadBytes('\n')
	n := len(line)
	r.line++
	r.offset += int64(n)
	if n > 0 && err == io.EOF {
		err = nil
		line = bytes.TrimSuffix(line, []byte{'\r'})
	}
	if bytes.HasSuffix(line, []byte("\r\n")) {
		line = append(line[:len(line)-2], '\n')
	}
	return line, err
}

func newline(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

func first(b []byte) rune {
	r, _ := utf8.DecodeRune(b)
	return r
}

// A parse is a record on its way.
type parse struct {
	r         *Reader
	line      []byte
	at        place
	startLine int
	fields    []string
	readErr   error
}

func (r *Reader) record(into []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errInvalidDelim
	}
	p := &parse{r: r, fields: into[:0]}
	for {
		p.line, p.readErr = r.readLine()
		if p.readErr == io.EOF {
			return nil, io.EOF
		}
		isComment := r.Comment != 0 && first(p.line) == r.Comment
		if p.readErr == nil && (isComment || len(p.line) == newline(p.line)) {
			continue
		}
		break
	}
	p.startLine = r.line
	p.at = place{r.line, 1}
	r.places = r.places[:0]
	err := p.all()
	if err == nil {
		err = p.readErr
	}
	if r.FieldsPerRecord > 0 {
		if len(p.fields) != r.FieldsPerRecord && err == nil {
			err = &ParseError{p.startLine, p.startLine, 1, ErrFieldCount}
		}
	} else if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(p.fields)
	}
	if p.fields == nil {
		p.fields = []string{}
	}
	return p.fields, err
}

func (p *parse) all() error {
	for {
		if p.r.TrimLeadingSpace {
			p.trim()
		}
		var more bool
		var err error
		if len(p.line) > 0 && p.line[0] == '"' {
			more, err = p.quoted()
		} else {
			more, err = p.plain()
		}
		if !more || err != nil {
			return err
		}
	}
}

func (p *parse) trim() {
	i := bytes.IndexFunc(p.line, func(r rune) bool { return !unicode.IsSpace(r) })
	if i < 0 {
		i = len(p.line)
		p.at.column -= newline(p.line)
	}
	p.skip(i)
}

func (p *parse) skip(n int) {
	p.line = p.line[n:]
	p.at.column += n
}

func (p *parse) add(field string, at place) {
	p.fields = append(p.fields, field)
	p.r.places = append(p.r.places, at)
}

// plain reads a field without quotes; more says whether another follows.
func (p *parse) plain() (more bool, err error) {
	i := bytes.IndexRune(p.line, p.r.Comma)
	field := p.line[:len(p.line)-newline(p.line)]
	if i >= 0 {
		field = p.line[:i]
	}
	if quote := bytes.IndexByte(field, '"'); quote >= 0 && !p.r.LazyQuotes {
		return false, &ParseError{p.startLine, p.r.line, p.at.column + quote, ErrBareQuote}
	}
	p.add(string(field), p.at)
	if i < 0 {
		return false, nil
	}
	p.skip(i + utf8.RuneLen(p.r.Comma))
	return true, nil
}

func (p *parse) quoted() (more bool, err error) {
	start := p.at
	var field []byte
	p.skip(1)
	for {
		i := bytes.IndexByte(p.line, '"')
		switch {
		case i >= 0:
			field = append(field, p.line[:i]...)
			p.skip(i + 1)
			switch next := first(p.line); {
			case next == '"':
				field = append(field, '"')
				p.skip(1)
			case next == p.r.Comma:
				p.skip(utf8.RuneLen(p.r.Comma))
				p.add(string(field), start)
				return true, nil
			case newline(p.line) == len(p.line):
				p.add(string(field), start)
				return false, nil
			case p.r.LazyQuotes:
				field = append(field, '"')
			default:
				return false, &ParseError{p.startLine, p.r.line, p.at.column - 1, ErrQuote}
			}
		case len(p.line) > 0:
			field = append(field, p.line...)
			if p.readErr != nil {
				return false, nil
			}
			p.at.column += len(p.line)
			if p.line, p.readErr = p.r.readLine(); len(p.line) > 0 {
				p.at = place{p.at.line + 1, 1}
			}
			if p.readErr == io.EOF {
				p.readErr = nil
			}
		default:
			if !p.r.LazyQuotes && p.readErr == nil {
				return false, &ParseError{p.startLine, p.at.line, p.at.column, ErrQuote}
			}
			p.add(string(field), start)
			return false, nil
		}
	}
}

// A Writer writes records.
type Writer struct {
	Comma   rune
	UseCRLF bool
	w       *bufio.Writer
}

func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record, with quotes where they are needed; Flush sends it on.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errInvalidDelim
	}
	var text strings.Builder
	for i, field := range record {
		if i > 0 {
			text.WriteRune(w.Comma)
		}
		if !w.needsQuotes(field) {
			text.WriteString(field)
			continue
		}
		field = strings.ReplaceAll(field, `"`, `""`)
		if w.UseCRLF {
			field = strings.ReplaceAll(strings.ReplaceAll(field, "\r", ""), "\n", "\r\n")
		}
		text.WriteString(`"` + field + `"`)
	}
	if w.UseCRLF {
		text.WriteByte('\r')
	}
	text.WriteByte('\n')
	_, err := w.w.WriteString(text.String())
	return err
}

func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	return unicode.IsSpace(rune(first([]byte(field))))
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

func (w *Writer) Flush() { w.w.Flush() }

// Error is the first error of a Write or Flush.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}
