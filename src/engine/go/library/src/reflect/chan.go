package reflect

func send(elem int, channel, content any)
func receive(elem int, channel any) (content any, ok bool)
func trySend(elem int, channel, content any) bool
func tryReceive(elem int, channel any) (content any, selected, ok bool)
func closeChannel(channel any)
func selectCases(directions []int, channels, contents []any, hasDefault bool) (chosen int, content any, ok bool)
func channelLength(channel any) int
func channelCapacity(channel any) int

func (v Value) mustBeChan(method string) {
	v.must(method, v.Kind() == Chan)
	v.mustBeExported("reflect.Value." + method)
}

func (v Value) mustSend() {
	if v.typ.direction&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
}

func (v Value) mustReceive() {
	if v.typ.direction&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
}

// Send sends x on the channel v.
func (v Value) Send(x Value) {
	v.mustBeChan("Send")
	v.mustSend()
	x.mustBeExported("reflect.Value.Send")
	send(v.typ.elem, v.load(), x.assignTo("reflect.Value.Send", v.typ.elemType()).content)
}

// TrySend sends x if that does not block, and reports whether it did.
func (v Value) TrySend(x Value) bool {
	v.mustBeChan("TrySend")
	v.mustSend()
	x.mustBeExported("reflect.Value.TrySend")
	return trySend(v.typ.elem, v.load(), x.assignTo("reflect.Value.Send", v.typ.elemType()).content)
}

// Recv receives from the channel v; ok is false if it is closed and empty.
func (v Value) Recv() (Value, bool) {
	v.mustBeChan("Recv")
	v.mustReceive()
	content, ok := receive(v.typ.elem, v.load())
	return Value{v.typ.elemType(), content, 0}, ok
}

// TryRecv receives if that does not block; else the result is the zero Value.
func (v Value) TryRecv() (Value, bool) {
	v.mustBeChan("TryRecv")
	v.mustReceive()
	content, selected, ok := tryReceive(v.typ.elem, v.load())
	if !selected {
		return Value{}, false
	}
	return Value{v.typ.elemType(), content, 0}, ok
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBeChan("Close")
	if v.typ.direction&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	closeChannel(v.load())
}

// A SelectDir says what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is one case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select does one of the cases as a select statement would.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	defaultCase := -1
	var directions, places []int
	var channels, contents []any
	for i, c := range cases {
		if c.Dir == SelectDefault {
			if defaultCase >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			defaultCase = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		}
		channel, content := c.parts()
		directions, places = append(directions, int(c.Dir)), append(places, i)
		channels, contents = append(channels, channel), append(contents, content)
	}
	at, content, ok := selectCases(directions, channels, contents, defaultCase >= 0)
	if at < 0 {
		return defaultCase, Value{}, false
	}
	chosen = places[at]
	if cases[chosen].Dir == SelectRecv {
		recv = Value{cases[chosen].Chan.typ.elemType(), content, 0}
	}
	return chosen, recv, ok
}

// parts are the channel of a case, nil for none, and what it sends.
func (c SelectCase) parts() (channel, content any) {
	switch c.Dir {
	case SelectSend:
		if !c.Chan.IsValid() {
			return nil, nil
		}
		c.mustBeChan()
		if c.Chan.typ.direction&SendDir == 0 {
			panic("reflect.Select: SendDir case using recv-only channel")
		}
		if !c.Send.IsValid() {
			panic("reflect.Select: SendDir case missing Send value")
		}
		c.Send.mustBeExported("unknown method")
		return c.Chan.load(), c.Send.assignTo("reflect.Select", c.Chan.typ.elemType()).content
	case SelectRecv:
		if c.Send.IsValid() {
			panic("reflect.Select: RecvDir case has Send value")
		}
		if !c.Chan.IsValid() {
			return nil, nil
		}
		c.mustBeChan()
		if c.Chan.typ.direction&RecvDir == 0 {
			panic("reflect.Select: RecvDir case using send-only channel")
		}
		return c.Chan.load(), nil
	}
	panic("reflect.Select: invalid Dir")
}

func (c SelectCase) mustBeChan() {
	c.Chan.mustBe("unknown method", Chan)
	c.Chan.mustBeExported("unknown method")
}
