package main

import (
	"encoding/json"
	"fmt"
	"os"
)

type T struct {
	A int `json:"a"`
	b int `json:"b"`
}

func generic[P any](p P) error { return json.Unmarshal(nil, p) }

func main() {
	var t T
	var m map[string]int
	var a any
	fmt.Println(json.Unmarshal([]byte("{}"), t), json.Unmarshal([]byte("{}"), &t))
	fmt.Println(json.Unmarshal(nil, m), json.Unmarshal(nil, a), json.Unmarshal(nil, nil))
	d := json.NewDecoder(os.Stdin)
	fmt.Println(d.Decode(t), d.Decode(&t), generic(t))
	json.Marshal(t)
}
