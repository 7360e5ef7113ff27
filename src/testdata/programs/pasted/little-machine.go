// A compiler and machine for a little language, with positions of errors.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type OpCode byte

const (
	Move OpCode = iota
	Add
	Out
	In
	Jz
	Jnz
	Clear
)

type Op struct {
	Code OpCode
	Arg  int
}

type CompileError struct {
	Line, Col int
	Msg       string
}

func (e CompileError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Col, e.Msg) }

func Compile(src string) (prog []Op, err error) {
	type open struct{ pc, line, col int }
	var stack []open
	line, col := 1, 0
	for i := 0; i < len(src); i++ {
		col++
		emit := func(c OpCode, d int) {
			if n := len(prog); n > 0 && prog[n-1].Code == c && (c == Move || c == Add) {
				prog[n-1].Arg += d
			} else {
				prog = append(prog, Op{c, d})
			}
		}
		switch src[i] {
		case '\n':
			line, col = line+1, 0
		case '>':
			emit(Move, 1)
		case '<':
			emit(Move, -1)
		case '+':
			emit(Add, 1)
		case '-':
			emit(Add, -1)
		case '.':
			emit(Out, 0)
		case ',':
			emit(In, 0)
		case '[':
			if strings.HasPrefix(src[i:], "[-]") {
				emit(Clear, 0)
				i += 2
				col += 2
				continue
			}
			stack = append(stack, open{len(prog), line, col})
			emit(Jz, 0)
		case ']':
			if len(stack) == 0 {
				return nil, CompileError{line, col, "unmatched ]"}
			}
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			prog[top.pc].Arg = len(prog)
			emit(Jnz, top.pc)
		}
	}
	if len(stack) > 0 {
		return nil, CompileError{stack[len(stack)-1].line, stack[len(stack)-1].col, "unmatched ["}
	}
	return
}

type VM struct {
	tape  [300]uint8
	ptr   int
	steps int
	in    io.ByteReader
	out   io.Writer
}

var ErrSteps = errors.New("too many steps")

func (vm *VM) Run(prog []Op, limit int) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case interface{ RuntimeError() }:
			err = fmt.Errorf("at step %d: %w", vm.steps, r.(error))
		default:
			panic(r)
		}
	}()
	for pc := 0; pc < len(prog); pc++ {
		if vm.steps++; vm.steps > limit {
			return ErrSteps
		}
		switch op := &prog[pc]; op.Code {
		case Move:
			vm.ptr += op.Arg
		case Add:
			vm.tape[vm.ptr] += uint8(op.Arg)
		case Clear:
			vm.tape[vm.ptr] = 0
		case Out:
			fmt.Fprintf(vm.out, "%c", vm.tape[vm.ptr])
		case In:
			b, err := vm.in.ReadByte()
			if errors.Is(err, io.EOF) {
				b = 0
			}
			vm.tape[vm.ptr] = b
		case Jz:
			if vm.tape[vm.ptr] == 0 {
				pc = op.Arg
			}
		case Jnz:
			if vm.tape[vm.ptr] != 0 {
				pc = op.Arg
			}
		}
	}
	return nil
}

func main() {
	for _, p := range []struct{ src, in string }{
		{"++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.", ""},
		{",[.[-],]", "echo é"},
		{"+[]", ""},
		{"<+", ""},
		{"++\n[>]]", ""},
		{"[[+]", ""},
		{">>>+[>+]", ""},
		{"-.", ""},
	} {
		prog, err := Compile(p.src)
		if err != nil {
			var ce CompileError
			fmt.Println("compile:", err, errors.As(err, &ce), ce.Line)
			continue
		}
		var out bytes.Buffer
		vm := &VM{in: strings.NewReader(p.in), out: &out}
		err = vm.Run(prog, 100000)
		fmt.Printf("%q %d %v\n", out.String(), len(prog), err)
	}
	fmt.Fprintf(os.Stdout, "%v %+v %#v\n", Op{Jz, 3}, Op{Jz, 3}, []Op{{Out, 0}})
}
