package template

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A tree is a parsed template.
type tree struct {
	name string
	// parseName is the name of the template in whose text it stands.
	parseName   string
	text        string
	left, right string
	root        *node
}

// location is where a node stands, for messages.
func (t *tree) location(n *node) string {
	before := t.text[:n.pos]
	column := len(before) - strings.LastIndexByte(before, '\n') - 1
	return fmt.Sprintf("%s:%d:%d", t.parseName, 1+strings.Count(before, "\n"), column)
}

// A parser reads the trees of one text. It stops by a panic with a parseError.
type parser struct {
	scanner    *scanner
	tree       *tree
	trees      map[string]*tree
	pushed     []token
	line       int
	vars       []string
	actionLine int
	ranges     int
}

type parseError struct{ err error }

func parseTrees(name, text, left, right string, isFunction func(string) bool) (trees map[string]*tree, err error) {
	if left == "" {
		left = "{{"
	}
	if right == "" {
		right = "}}"
	}
	p := &parser{
		scanner: &scanner{input: text, left: left, right: right, line: 1, isFunction: isFunction},
		tree:    &tree{name: name, parseName: name, text: text, left: left, right: right},
		trees:   map[string]*tree{},
		vars:    []string{"$"},
	}
	defer func() {
		if r := recover(); r != nil {
			problem, ok := r.(parseError)
			if !ok {
				panic(r)
			}
			trees, err = nil, problem.err
		}
	}()
	p.all()
	p.add()
	return p.trees, nil
}

func (p *parser) fail(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	panic(parseError{fmt.Errorf("template: %s:%d: %s", p.tree.parseName, p.line, text)})
}

func (p *parser) next() token {
	if n := len(p.pushed); n > 0 {
		t := p.pushed[n-1]
		p.pushed = p.pushed[:n-1]
		return t
	}
	t := p.scanner.next()
	p.line = t.line
	return t
}

func (p *parser) back(t token) { p.pushed = append(p.pushed, t) }

func (p *parser) peek() token {
	t := p.next()
	p.back(t)
	return t
}

func (p *parser) nextNonSpace() token {
	t := p.next()
	for t.kind == tokenSpace {
		t = p.next()
	}
	return t
}

func (p *parser) peekNonSpace() token {
	t := p.nextNonSpace()
	p.back(t)
	return t
}

func (t token) isWord(word string) bool { return t.kind == tokenKeyword && t.text == word }

func (p *parser) unexpected(t token, context string) {
	if t.kind != tokenError {
		p.fail("unexpected %s in %s", t, context)
	}
	extra := ""
	if p.actionLine != 0 && p.actionLine != t.line {
		extra = fmt.Sprintf(" in action started at %s:%d", p.tree.parseName, p.actionLine)
		if strings.HasSuffix(t.text, " action") {
			extra = strings.TrimPrefix(extra, " in action")
		}
	}
	p.fail("%s%s", t, extra)
}

func (p *parser) expect(kind tokenKind, context string) token {
	t := p.nextNonSpace()
	if t.kind != kind {
		p.unexpected(t, context)
	}
	return t
}

func (p *parser) node(kind nodeKind, pos int, text string) *node {
	return &node{kind: kind, pos: pos, tree: p.tree, text: text}
}

// add keeps the finished tree.
func (p *parser) add() {
	old := p.trees[p.tree.name]
	if old == nil || old.root.isEmpty() {
		p.trees[p.tree.name] = p.tree
		return
	}
	if !p.tree.root.isEmpty() {
		p.fail("template: multiple definition of template %q", p.tree.name)
	}
}

func (p *parser) all() {
	p.tree.root = p.node(nodeList, p.peek().pos, "")
	for p.peek().kind != tokenEOF {
		if left := p.peek(); left.kind == tokenLeft {
			p.next()
			if t := p.nextNonSpace(); t.isWord("define") {
				p.definition()
				continue
			} else {
				p.back(t)
			}
			p.back(left)
		}
		n := p.textOrAction()
		if n.kind == nodeEnd || n.kind == nodeElse {
			p.fail("unexpected %s", n)
		}
		p.tree.root.parts = append(p.tree.root.parts, n)
	}
}

// inner parses the text up to {{end}} as a tree of its own.
func (p *parser) inner(name, context string) {
	outer, vars, line, ranges := p.tree, p.vars, p.actionLine, p.ranges
	made := *outer
	made.name = name
	p.tree, p.vars, p.actionLine, p.ranges = &made, []string{"$"}, 0, 0
	list, end := p.list()
	if end.kind != nodeEnd {
		p.fail("unexpected %s in %s", end, context)
	}
	made.root = list
	p.add()
	p.tree, p.vars, p.actionLine, p.ranges = outer, vars, line, ranges
}

func (p *parser) definition() {
	const context = "define clause"
	name := p.unquoted(p.expect(tokenString, context))
	p.expect(tokenRight, context)
	p.inner(name, context)
}

func (p *parser) unquoted(t token) string {
	text, err := strconv.Unquote(t.text)
	if err != nil {
		p.fail("%s", err)
	}
	return text
}

// list parses up to {{else}} or {{end}}, which it returns too.
func (p *parser) list() (list, end *node) {
	list = p.node(nodeList, p.peekNonSpace().pos, "")
	for p.peekNonSpace().kind != tokenEOF {
		n := p.textOrAction()
		if n.kind == nodeEnd || n.kind == nodeElse {
			return list, n
		}
		list.parts = append(list.parts, n)
	}
	p.fail("unexpected EOF")
	return nil, nil
}

func (p *parser) textOrAction() *node {
	switch t := p.nextNonSpace(); t.kind {
	case tokenText:
		return p.node(nodeText, t.pos, t.text)
	case tokenLeft:
		p.actionLine = t.line
		n := p.action()
		p.actionLine = 0
		return n
	default:
		p.unexpected(t, "input")
	}
	return nil
}

func (p *parser) action() *node {
	t := p.nextNonSpace()
	if t.kind == tokenKeyword {
		switch t.text {
		case "block":
			return p.block()
		case "break":
			return p.leave(nodeBreak, t)
		case "continue":
			return p.leave(nodeContinue, t)
		case "else":
			return p.elseAction()
		case "end":
			return p.node(nodeEnd, p.expect(tokenRight, "end").pos, "")
		case "if":
			return p.branch(nodeIf, "if")
		case "range":
			return p.branch(nodeRange, "range")
		case "template":
			return p.call()
		case "with":
			return p.branch(nodeWith, "with")
		}
	}
	p.back(t)
	n := p.node(nodeAction, t.pos, "")
	n.pipe = p.pipeline("command", tokenRight)
	return n
}

func (p *parser) leave(kind nodeKind, t token) *node {
	if after := p.nextNonSpace(); after.kind != tokenRight {
		p.unexpected(after, "{{"+t.text+"}}")
	}
	if p.ranges == 0 {
		p.fail("{{%s}} outside {{range}}", t.text)
	}
	return p.node(kind, t.pos, "")
}

func (p *parser) elseAction() *node {
	if t := p.peekNonSpace(); t.isWord("if") || t.isWord("with") {
		return p.node(nodeElse, t.pos, "")
	}
	return p.node(nodeElse, p.expect(tokenRight, "else").pos, "")
}

func (p *parser) branch(kind nodeKind, context string) *node {
	known := len(p.vars)
	n := p.node(kind, 0, "")
	n.pipe = p.pipeline(context, tokenRight)
	n.pos = n.pipe.pos
	if kind == nodeRange {
		p.ranges++
	}
	var end *node
	n.list, end = p.list()
	if kind == nodeRange {
		p.ranges--
	}
	if end.kind == nodeElse {
		if t := p.peek(); kind != nodeRange && t.isWord(context) {
			p.next()
			n.other = p.node(nodeList, end.pos, "")
			n.other.parts = []*node{p.branch(kind, context)}
		} else if n.other, end = p.list(); end.kind != nodeEnd {
			p.fail("expected end; found %s", end)
		}
	}
	p.vars = p.vars[:known]
	return n
}

func (p *parser) templateName(context string) (token, string) {
	t := p.nextNonSpace()
	if t.kind != tokenString {
		p.unexpected(t, context)
	}
	return t, p.unquoted(t)
}

func (p *parser) block() *node {
	const context = "block clause"
	t, name := p.templateName(context)
	n := p.node(nodeTemplate, t.pos, name)
	n.pipe = p.pipeline(context, tokenRight)
	p.inner(name, context)
	return n
}

func (p *parser) call() *node {
	const context = "template clause"
	t, name := p.templateName(context)
	n := p.node(nodeTemplate, t.pos, name)
	if after := p.nextNonSpace(); after.kind != tokenRight {
		p.back(after)
		n.pipe = p.pipeline(context, tokenRight)
	}
	return n
}

func (p *parser) pipeline(context string, end tokenKind) *node {
	pipe := p.node(nodePipe, p.peekNonSpace().pos, "")
	for p.declaration(pipe, context) {
	}
	for {
		t := p.nextNonSpace()
		switch t.kind {
		case end:
			p.check(pipe, context)
			return pipe
		case tokenBool, tokenRune, tokenComplex, tokenDot, tokenField, tokenIdentifier, tokenNumber,
			tokenNil, tokenString, tokenVariable, tokenLeftParen:
			p.back(t)
			pipe.parts = append(pipe.parts, p.command())
		default:
			p.unexpected(t, context)
		}
	}
}

// declaration reads $x := or $x = or, for range, $i, of which another follows.
func (p *parser) declaration(pipe *node, context string) (more bool) {
	v := p.nextNonSpace()
	if v.kind != tokenVariable {
		p.back(v)
		return false
	}
	after := p.next()
	next := after
	if after.kind == tokenSpace {
		next = p.nextNonSpace()
	}
	declare := func() {
		n := p.node(nodeVariable, v.pos, "")
		n.names = []string{v.text}
		pipe.declared = append(pipe.declared, n)
		p.vars = append(p.vars, v.text)
	}
	switch {
	case next.kind == tokenAssign || next.kind == tokenDeclare:
		pipe.assigns = next.kind == tokenAssign
		declare()
		return false
	case next.kind == tokenChar && next.text == ",":
		declare()
		if context == "range" && len(pipe.declared) < 2 {
			if t := p.peekNonSpace(); t.kind == tokenVariable || t.kind == tokenRight || t.kind == tokenRightParen {
				return true
			}
			p.fail("range can only initialize variables")
		}
		p.fail("too many declarations in %s", context)
	}
	p.back(next)
	if after.kind == tokenSpace {
		p.back(after)
	}
	p.back(v)
	return false
}

func (p *parser) check(pipe *node, context string) {
	if len(pipe.parts) == 0 {
		p.fail("missing value for %s", context)
	}
	for i, command := range pipe.parts[1:] {
		switch command.parts[0].kind {
		case nodeBool, nodeDot, nodeNil, nodeNumber, nodeString:
			p.fail("non executable command in pipeline stage %d", i+2)
		}
	}
}

func (p *parser) command() *node {
	command := p.node(nodeCommand, p.peekNonSpace().pos, "")
	for {
		p.peekNonSpace()
		if operand := p.operand(); operand != nil {
			command.parts = append(command.parts, operand)
		}
		switch t := p.next(); t.kind {
		case tokenSpace:
			continue
		case tokenRight, tokenRightParen:
			p.back(t)
		case tokenPipe:
		default:
			p.unexpected(t, "operand")
		}
		break
	}
	if len(command.parts) == 0 {
		p.fail("empty command")
	}
	return command
}

// operand is a term and the fields after it.
func (p *parser) operand() *node {
	term := p.term()
	if term == nil || p.peek().kind != tokenField {
		return term
	}
	pos := p.peek().pos
	var names []string
	for p.peek().kind == tokenField {
		names = append(names, p.next().text[1:])
	}
	switch term.kind {
	case nodeField, nodeVariable:
		term.pos = pos
		term.names = append(term.names, names...)
		return term
	case nodeBool, nodeString, nodeNumber, nodeNil, nodeDot:
		p.fail("unexpected . after term %q", term.String())
	}
	chain := p.node(nodeChain, pos, "")
	chain.parts, chain.names = []*node{term}, names
	return chain
}

func (p *parser) term() *node {
	t := p.nextNonSpace()
	switch t.kind {
	case tokenIdentifier:
		if !p.scanner.isFunction(t.text) {
			p.fail("function %q not defined", t.text)
		}
		return p.node(nodeIdentifier, t.pos, t.text)
	case tokenDot:
		return p.node(nodeDot, t.pos, ".")
	case tokenNil:
		return p.node(nodeNil, t.pos, "nil")
	case tokenVariable:
		if !slices.Contains(p.vars, t.text) {
			p.fail("undefined variable %q", t.text)
		}
		n := p.node(nodeVariable, t.pos, "")
		n.names = []string{t.text}
		return n
	case tokenField:
		n := p.node(nodeField, t.pos, "")
		n.names = []string{t.text[1:]}
		return n
	case tokenBool:
		return p.node(nodeBool, t.pos, t.text)
	case tokenRune, tokenComplex, tokenNumber:
		n := p.node(nodeNumber, t.pos, t.text)
		var err error
		if n.number, err = parseNumber(t.text, t.kind); err != nil {
			p.fail("%s", err)
		}
		return n
	case tokenLeftParen:
		return p.pipeline("parenthesized pipeline", tokenRightParen)
	case tokenString:
		n := p.node(nodeString, t.pos, p.unquoted(t))
		n.quoted = t.text
		return n
	}
	p.back(t)
	return nil
}
