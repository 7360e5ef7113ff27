package main

type inner struct {
	A int `json:"a"`
	B int `json:"b"`
}

type T struct {
	A int    `json:"a"`
	B int    `json:"a,omitempty"`
	C int    `json`
	D int    `json:"d",xml:"d"`
	e int    `json:"e"`
	f int    `json:"-"`
	G int    "json:'g'"
	H int    `json: "h"`
	I int    `:"i"`
	J string `json:"j, omitempty" xml:"x y"`
	K string `xml:"k,attr" json:"k "`
	L string `xml:"k"`
	M string `xml:" m"`
	N string `json:"n`
	O string `custom:"with \q"`
	P string "a:\"b\" c:\"`\" d"
	inner
	inner2 inner `xml:"z" `
	B2     int   `json:"b"`
}

type U struct {
	inner
	A int `json:"a"`
	B int `json:"b"`
	C int `json:"b"`
}

func main() {
	_ = T{}.e + T{}.f
	_ = T{}.inner2
	_ = struct {
		x int `json:"x"`
	}{}.x
}
