package template

import (
	"fmt"
	"strconv"
	"strings"
)

type nodeKind int

const (
	nodeList nodeKind = iota
	nodeText
	nodeAction
	nodePipe
	nodeCommand
	nodeIdentifier
	nodeVariable
	nodeDot
	nodeNil
	nodeField
	nodeChain
	nodeBool
	nodeNumber
	nodeString
	nodeIf
	nodeRange
	nodeWith
	nodeTemplate
	nodeBreak
	nodeContinue
	nodeElse
	nodeEnd
)

// A node is a part of a template; what it has depends on its kind.
type node struct {
	kind nodeKind
	pos  int
	tree *tree
	// text as written, of a text, string or template the text itself.
	text   string
	quoted string
	// names: of a variable with its fields, a field or a chain.
	names []string
	// parts: of a list, the commands of a pipe, the arguments of a command, the operand of a chain.
	parts []*node
	// pipe of an action, if, range, with or template; declared variables of a pipe.
	pipe     *node
	declared []*node
	assigns  bool
	list     *node
	other    *node
	number   number
}

type number struct {
	isInt, isUint, isFloat, isComplex bool
	int                               int64
	uint                              uint64
	float                             float64
	complex                           complex128
}

// String is the node as it may have been written.
func (n *node) String() string {
	switch n.kind {
	case nodeText:
		return fmt.Sprintf("%s", n.text)
	case nodeList:
		return joined(n.parts, "")
	case nodeAction:
		return n.delimited(n.pipe.String())
	case nodePipe:
		return n.pipeText()
	case nodeCommand:
		var text []string
		for _, part := range n.parts {
			text = append(text, operandText(part))
		}
		return strings.Join(text, " ")
	case nodeVariable:
		return strings.Join(n.names, ".")
	case nodeField:
		return "." + strings.Join(n.names, ".")
	case nodeChain:
		return operandText(n.parts[0]) + "." + strings.Join(n.names, ".")
	case nodeString:
		return n.quoted
	case nodeIf:
		return n.branchText("if")
	case nodeRange:
		return n.branchText("range")
	case nodeWith:
		return n.branchText("with")
	case nodeTemplate:
		text := "template " + strconv.Quote(n.text)
		if n.pipe != nil {
			text += " " + n.pipe.String()
		}
		return n.delimited(text)
	case nodeBreak:
		return n.delimited("break")
	case nodeContinue:
		return n.delimited("continue")
	case nodeElse:
		return n.delimited("else")
	case nodeEnd:
		return n.delimited("end")
	}
	return n.text
}

func (n *node) delimited(text string) string { return n.tree.left + text + n.tree.right }

func operandText(n *node) string {
	if n.kind == nodePipe {
		return "(" + n.String() + ")"
	}
	return n.String()
}

func joined(nodes []*node, separator string) string {
	var text []string
	for _, each := range nodes {
		text = append(text, each.String())
	}
	return strings.Join(text, separator)
}

func (n *node) pipeText() string {
	text := joined(n.parts, " | ")
	switch {
	case len(n.declared) == 0:
		return text
	case n.assigns:
		return joined(n.declared, ", ") + " = " + text
	}
	return joined(n.declared, ", ") + " := " + text
}

func (n *node) branchText(word string) string {
	text := n.delimited(word+" "+n.pipe.String()) + n.list.String()
	if n.other != nil {
		text += n.delimited("else") + n.other.String()
	}
	return text + n.delimited("end")
}

// isEmpty says whether a tree has nothing but space.
func (n *node) isEmpty() bool {
	switch {
	case n == nil:
		return true
	case n.kind == nodeText:
		return strings.TrimSpace(n.text) == ""
	case n.kind == nodeList:
		for _, each := range n.parts {
			if !each.isEmpty() {
				return false
			}
		}
		return true
	}
	return false
}

// parseNumber finds what a constant can be: {{3.0}} is an int too.
func parseNumber(text string, kind tokenKind) (n number, err error) {
	switch {
	case kind == tokenRune:
		r, _, tail, err := strconv.UnquoteChar(text[1:], text[0])
		if err != nil {
			return n, err
		}
		if tail != "'" {
			return n, fmt.Errorf("malformed character constant: %s", text)
		}
		return number{true, true, true, false, int64(r), uint64(r), float64(r), 0}, nil
	case kind == tokenComplex:
		if _, err := fmt.Sscan(text, &n.complex); err != nil {
			return n, err
		}
		n.simplify()
		return n, nil
	case strings.HasSuffix(text, "i"):
		if f, err := strconv.ParseFloat(text[:len(text)-1], 64); err == nil {
			n.complex = complex(0, f)
			n.simplify()
			return n, nil
		}
	}
	if u, err := strconv.ParseUint(text, 0, 64); err == nil {
		n.isUint, n.uint = true, u
	}
	if i, err := strconv.ParseInt(text, 0, 64); err == nil {
		n.isInt, n.int = true, i
		n.isUint = n.isUint || i == 0
	}
	switch {
	case n.isInt:
		n.isFloat, n.float = true, float64(n.int)
	case n.isUint:
		n.isFloat, n.float = true, float64(n.uint)
	default:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return n, fmt.Errorf("illegal number syntax: %q", text)
		}
		if !strings.ContainsAny(text, ".eEpP") {
			return n, fmt.Errorf("integer overflow: %q", text)
		}
		n.isFloat, n.float = true, f
		n.wholeNumber()
	}
	return n, nil
}

// wholeNumber makes integers of a float that is one.
func (n *number) wholeNumber() {
	if !n.isInt && float64(int64(n.float)) == n.float {
		n.isInt, n.int = true, int64(n.float)
	}
	if !n.isUint && float64(uint64(n.float)) == n.float {
		n.isUint, n.uint = true, uint64(n.float)
	}
}

// simplify makes a float of a complex number that is one.
func (n *number) simplify() {
	n.isComplex = true
	if n.isFloat = imag(n.complex) == 0; n.isFloat {
		n.float = real(n.complex)
		n.isInt = float64(int64(n.float)) == n.float
		if n.isInt {
			n.int = int64(n.float)
		}
		n.isUint = float64(uint64(n.float)) == n.float
		if n.isUint {
			n.uint = uint64(n.float)
		}
	}
}
