// Package tabwriter lines tab-separated cells up in columns.
package tabwriter

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

const (
	// FilterHTML: tags have no width, entities that of one character.
	FilterHTML uint = 1 << iota
	// StripEscape: the Escape characters around text are left out.
	StripEscape
	AlignRight
	// DiscardEmptyColumns: columns of empty cells that end in \v have no width.
	DiscardEmptyColumns
	// TabIndent: empty cells at the start of a line are padded with tabs.
	TabIndent
	// Debug draws | between columns.
	Debug
)

// Escape surrounds text that is not to be looked into.
const Escape = '\xff'

type cell struct {
	text  []byte
	width int
	htab  bool
}

// A Writer keeps lines until it knows the widths of their columns.
type Writer struct {
	output                      io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint
	lines                       [][]cell
	widths                      []int
	current                     cell
	// counted: bytes of the current cell that are in its width already.
	counted int
	// end is the character that ends what is not looked into, 0 outside of it.
	end byte
}

// failure is what the output said, on its way up to Write or Flush.
type failure struct {
	err error
}

func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{output: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.lines = [][]cell{nil}
	b.widths = b.widths[:0]
	b.current = cell{}
	b.counted = 0
	b.end = 0
}

func (b *Writer) count() {
	b.current.width += utf8.RuneCount(b.current.text[b.counted:])
	b.counted = len(b.current.text)
}

func (b *Writer) finishCell(htab bool) int {
	b.current.htab = htab
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.current)
	b.current = cell{}
	b.counted = 0
	return len(b.lines[last])
}

func (b *Writer) finishEscape() {
	switch b.end {
	case Escape:
		b.count()
		if b.flags&StripEscape == 0 {
			b.current.width -= 2
		}
	case ';':
		b.current.width++
	}
	b.counted = len(b.current.text)
	b.end = 0
}

// recovered makes an error of a failure, and says of other panics where they happened.
func (b *Writer) recovered(err *error, where string) {
	e := recover()
	if e == nil {
		return
	}
	if where == "Flush" {
		b.reset()
	}
	failed, ok := e.(failure)
	if !ok {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", where, e))
	}
	*err = failed.err
}

// Write takes text; what is lined up reaches the output when its column ends.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer b.recovered(&err, "Write")
	for i, c := range buf {
		if b.end != 0 {
			b.inside(c)
			if b.end == 0 {
				n = i + 1
			}
			continue
		}
		switch {
		case c == '\t' || c == '\v' || c == '\n' || c == '\f':
			n = i + 1
			b.count()
			cells := b.finishCell(c == '\t')
			if c == '\n' || c == '\f' {
				b.lines = append(b.lines, nil)
				if c == '\f' || cells == 1 {
					b.flush()
					if c == '\f' && b.flags&Debug != 0 {
						b.send([]byte("---\n"))
					}
				}
			}
		case c == Escape:
			n = i
			b.count()
			b.end = Escape
			if b.flags&StripEscape == 0 {
				b.current.text = append(b.current.text, c)
			}
		case (c == '<' || c == '&') && b.flags&FilterHTML != 0:
			n = i
			b.count()
			b.current.text = append(b.current.text, c)
			b.end = '>'
			if c == '&' {
				b.end = ';'
			}
		default:
			b.current.text = append(b.current.text, c)
		}
	}
	return len(buf), nil
}

func (b *Writer) inside(c byte) {
	if c != b.end {
		b.current.text = append(b.current.text, c)
		return
	}
	if c != Escape || b.flags&StripEscape == 0 {
		b.current.text = append(b.current.text, c)
	}
	b.finishEscape()
}

// Flush writes all that is kept.
func (b *Writer) Flush() (err error) {
	defer b.recovered(&err, "Flush")
	b.flush()
	return nil
}

// send writes a piece: a cell, its padding, the end of a line.
func (b *Writer) send(piece []byte) {
	n, err := b.output.Write(piece)
	if n != len(piece) && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		panic(failure{err})
	}
}

func (b *Writer) flush() {
	if len(b.current.text) > 0 {
		if b.end != 0 {
			b.finishEscape()
		}
		// A cell at the very end is counted only as far as it has been looked at.
		b.finishCell(false)
	}
	b.format(0, len(b.lines))
	b.reset()
}

// format writes lines from..to, of which the first len(b.widths) columns have known widths.
func (b *Writer) format(from, to int) {
	column := len(b.widths)
	for at := from; at < to; {
		if column >= len(b.lines[at])-1 {
			at++
			continue
		}
		b.write(from, at)
		from = at
		width, discardable := b.minwidth, true
		for ; at < to && column < len(b.lines[at])-1; at++ {
			c := b.lines[at][column]
			width = max(width, c.width+b.padding)
			if c.width > 0 || c.htab {
				discardable = false
			}
		}
		if discardable && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.widths = append(b.widths, width)
		b.format(from, at)
		b.widths = b.widths[:column]
		from = at
		// The line that ended the block may begin one itself only further to the left.
		at++
	}
	b.write(from, to)
}

func (b *Writer) write(from, to int) {
	for i := from; i < to; i++ {
		tabs := b.flags&TabIndent != 0
		for k, c := range b.lines[i] {
			if k > 0 && b.flags&Debug != 0 {
				b.send([]byte{'|'})
			}
			inColumn := k < len(b.widths)
			if len(c.text) == 0 {
				if inColumn {
					b.pad(c.width, b.widths[k], tabs)
				}
				continue
			}
			tabs = false
			if inColumn && b.flags&AlignRight != 0 {
				b.pad(c.width, b.widths[k], false)
			}
			b.send(c.text)
			if inColumn && b.flags&AlignRight == 0 {
				b.pad(c.width, b.widths[k], false)
			}
		}
		if i+1 < len(b.lines) {
			b.send([]byte{'\n'})
		} else {
			b.send(nil)
		}
	}
}

func (b *Writer) pad(text, width int, tabs bool) {
	c, n := b.padchar, width-text
	if c == '\t' || tabs {
		if b.tabwidth == 0 {
			return
		}
		c = '\t'
		width = (width + b.tabwidth - 1) / b.tabwidth * b.tabwidth
		n = (width - text + b.tabwidth - 1) / b.tabwidth
	}
	piece := bytes.Repeat([]byte{c}, 8)
	for ; n > len(piece); n -= len(piece) {
		b.send(piece)
	}
	b.send(piece[:n])
}
